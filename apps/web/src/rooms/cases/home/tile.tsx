import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../../ui/icon.tsx'

interface TileProps {
  readonly title: string
  readonly icon: IconName
  /** The level of its title among the page's headings. */
  readonly level: 2 | 3
  /** Points at what must not be missed. */
  readonly stands?: 'out' | undefined
  readonly children: ReactNode
}

/** One question of whoever looks at a case, with its answer. */
export function Tile({ title, icon, level, stands, children }: TileProps) {
  const Heading = `h${level}` as const
  return (
    <div className={stands === 'out' ? 'tile tile-out' : 'tile'}>
      <Heading className="tile-title">
        <Icon name={icon} />
        {title}
      </Heading>
      {children}
    </div>
  )
}
