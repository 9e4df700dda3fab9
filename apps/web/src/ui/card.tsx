import type { ReactNode } from 'react'
import { Link } from '../lib/navigation/link.tsx'
import { Icon, type IconName } from './icon.tsx'

interface CardProps {
  readonly to: string
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
}

/** A card to choose: all of it is one link. Stands in a `CardGrid`. */
export function Card({ to, icon, title, children }: CardProps) {
  return (
    <li>
      <Link className="card" to={to}>
        <Icon name={icon} size={28} />
        <span>
          <span className="card-title">{title}</span>
          {children !== undefined && <span className="card-text">{children}</span>}
        </span>
      </Link>
    </li>
  )
}

/** Cards side by side where there is room. */
export function CardGrid({ children }: { readonly children: ReactNode }) {
  return <ul className="card-grid">{children}</ul>
}
