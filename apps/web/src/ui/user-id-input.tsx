import { TextInput, type TextInputProps } from './text-input.tsx'

/** A field for a user ID: no keyboard or browser changes what is typed. */
export function UserIdInput(props: Omit<TextInputProps, 'name' | 'type'>) {
  return (
    <TextInput
      {...props}
      name="userId"
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
    />
  )
}

/** Tells password managers whose password is asked for on a page where no user ID is typed. */
export function HiddenUserId({ userId }: { readonly userId: string }) {
  return <input type="text" name="username" autoComplete="username" value={userId} hidden readOnly />
}
