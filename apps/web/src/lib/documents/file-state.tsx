import type { ReactNode } from 'react'
import { Icon, type IconName } from '../../ui/icon.tsx'

const icons = { good: 'check-circle', open: 'circle', bad: 'error' } as const satisfies Record<
  string,
  IconName
>

interface FileStateProps {
  /** It is there, it is being looked at, or something has to be done. */
  readonly kind: keyof typeof icons
  readonly children: ReactNode
}

/** Where a file stands. */
export function FileState({ kind, children }: FileStateProps) {
  return (
    <p className={`file-state file-state-${kind}`}>
      <Icon name={icons[kind]} size={20} />
      <span>{children}</span>
    </p>
  )
}
