import type { ReactNode } from 'react'
import { Link } from '../../lib/navigation/link.tsx'
import { userIdLength } from '@connect/contract/credentials/user-id'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'
import { fieldId } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { UserIdInput } from '../../ui/user-id-input.tsx'
import { accountCopy } from './account-copy.ts'
import type { UserIdState } from './user-id-state.ts'

interface UserIdFieldProps {
  readonly userId: string
  readonly state: UserIdState
  /** Whether it may be taken by the very account that is being created here. */
  readonly mayBeOwn: boolean
  readonly error: ReactNode
  readonly onChange: (userId: string) => void
  /** A suggestion was pressed. */
  readonly onSuggestion: (userId: string) => void
}

/** The user ID, with what is known about it: free, or taken and three that are not. */
export function UserIdField(props: UserIdFieldProps) {
  const { userId, state, mayBeOwn, error, onChange, onSuggestion } = props
  const translate = useCopy(accountCopy)
  const id = fieldId('userId')
  const suggestions = state.kind === 'taken' ? state.suggestions : []
  return (
    <>
      <UserIdInput
        label={translate('account.field.user_id')}
        hint={translate('account.field.user_id.hint', userIdLength)}
        error={error}
        required
        describedBy={`${id}-state`}
        value={userId}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
      <div className="user-id-state" data-state={state.kind}>
        <p id={`${id}-state`} role="status">
          <StateWords userId={userId} state={state} />
        </p>
        {suggestions.length > 0 && (
          <div role="group" aria-labelledby={`${id}-suggestions`}>
            <p id={`${id}-suggestions`}>{translate('account.user_id.suggestions')}</p>
            <div className="suggestions">
              {suggestions.map((suggestion) => (
                <Button
                  key={suggestion}
                  variant="secondary"
                  aria-label={translate('account.user_id.use_suggestion', { userId: suggestion })}
                  onClick={() => {
                    onSuggestion(suggestion)
                    // The buttons go away with the press; the field is where one goes on.
                    document.getElementById(id)?.focus()
                  }}
                >
                  {suggestion}
                </Button>
              ))}
            </div>
          </div>
        )}
        {state.kind === 'taken' && (
          <p>
            {mayBeOwn
              ? translate('account.user_id.perhaps_yours', { userId })
              : translate('account.user_id.yours', { userId })}{' '}
            <Link to={paths.signIn}>{translate('account.name.sign_in')}</Link>
          </p>
        )}
      </div>
    </>
  )
}

function StateWords({ userId, state }: Pick<UserIdFieldProps, 'userId' | 'state'>) {
  const translate = useCopy(accountCopy)
  switch (state.kind) {
    case 'unknown':
      return null
    case 'checking':
      return translate('account.user_id.checking', { userId })
    case 'free':
      return (
        <>
          <Icon name="check-circle" size={20} />
          {translate('account.user_id.free', { userId })}
        </>
      )
    case 'taken':
      return (
        <>
          <Icon name="information" size={20} />
          {translate('account.user_id.taken', { userId })}
        </>
      )
    case 'unchecked':
      return translate('account.user_id.unchecked')
  }
}
