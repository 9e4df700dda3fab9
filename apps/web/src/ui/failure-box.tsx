import type { ReactNode } from 'react'
import { Alert } from './alert.tsx'
import { FocusBox } from './focus-box.tsx'

interface FailureBoxProps {
  /** Why something was not done: a new object each time, so that the box takes focus anew. */
  readonly failure: object | undefined
  readonly title: string
  readonly children: ReactNode
}

/** Says that something was not done, and why. Takes focus each time that it appears. */
export function FailureBox({ failure, title, children }: FailureBoxProps) {
  if (!failure) return null
  return (
    <FocusBox on={failure}>
      <Alert kind="error" title={title}>
        {children}
      </Alert>
    </FocusBox>
  )
}
