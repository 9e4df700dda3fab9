import { useId, type ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'information' | 'success' | 'warning' | 'error'

const icons = {
  information: 'information',
  success: 'check-circle',
  warning: 'warning',
  error: 'error',
} as const satisfies Record<Kind, IconName>

interface AlertProps {
  readonly kind: Kind
  readonly title?: ReactNode
  readonly children?: ReactNode
  /** Read out when it appears after the page was drawn: something has just happened. */
  readonly announce?: boolean
}

/** A message that stands out from the page. */
export function Alert({ kind, title, children, announce = false }: AlertProps) {
  const titleId = useId()
  return (
    <section
      className={`alert alert-${kind}`}
      {...(title !== undefined && { 'aria-labelledby': titleId })}
      {...(announce && { role: kind === 'error' ? 'alert' : 'status' })}
    >
      <Icon name={icons[kind]} />
      <div>
        {title !== undefined && (
          <h2 className="alert-title" id={titleId}>
            {title}
          </h2>
        )}
        {children}
      </div>
    </section>
  )
}

interface BannerProps {
  readonly kind: 'information' | 'warning'
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A line across the whole page, under the header. */
export function Banner({ kind, icon = icons[kind], children }: BannerProps) {
  return (
    <div className={`banner banner-${kind}`}>
      <div className="page">
        <Icon name={icon} size={20} />
        <p>{children}</p>
      </div>
    </div>
  )
}
