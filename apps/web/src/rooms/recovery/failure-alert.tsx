import type { ReactNode } from 'react'
import type { Refusal } from '../../lib/api.ts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useProblemWords } from '../../lib/problem-words.ts'
import { FailureBox } from '../../ui/failure-box.tsx'
import { recoveryCopy } from './recovery-copy.ts'

interface FailureAlertProps {
  readonly failure: Refusal | undefined
  /** Stands in the place of the shared words where the page knows better ones. */
  readonly children?: ReactNode
}

/** Why it did not go on. */
export function FailureAlert({ failure, children }: FailureAlertProps) {
  const translate = useCopy(recoveryCopy)
  const problemWords = useProblemWords()
  if (!failure) return null
  return (
    <FailureBox failure={failure} title={translate('recovery.failed.heading')}>
      {children ?? <p>{problemWords(failure)}</p>}
    </FailureBox>
  )
}
