import type { ComponentProps, MouseEvent } from 'react'
import { Link, type LinkProps } from '../lib/navigation/link.tsx'
import { Icon, type IconName } from './icon.tsx'

type Variant = 'primary' | 'secondary' | 'quiet'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** One primary button a screen. */
  readonly variant?: Variant
  readonly icon?: IconName
  /** Something is under way: the button keeps its width and place, shows `busyLabel` and takes no further press. */
  readonly busy?: boolean
  /** What is being done meanwhile, such as “Creating your account”. */
  readonly busyLabel?: string
}

/** A button; `type` is `button` unless told otherwise, so that none submits a form by accident. */
export function Button(props: ButtonProps) {
  const {
    variant = 'primary',
    icon,
    busy = false,
    busyLabel,
    type = 'button',
    onClick,
    children,
    ...rest
  } = props
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${variant}`}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      <span data-shown={!(busy && busyLabel)}>
        {icon && <Icon name={icon} size={20} />}
        {children}
      </span>
      {busyLabel && (
        <span data-shown={busy} aria-live="polite">
          {busyLabel}
        </span>
      )}
    </button>
  )
}

interface LinkButtonProps extends Omit<LinkProps, 'className'> {
  readonly variant?: Variant
  readonly icon?: IconName
}

/** A link to another page of ours that looks like a button. */
export function LinkButton({ variant = 'primary', icon, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={`button button-${variant}`}>
      <span>
        {icon && <Icon name={icon} size={20} />}
        {children}
      </span>
    </Link>
  )
}
