import { useEffect, useRef, type ReactNode } from 'react'
import type { Refusal } from '../../lib/api.ts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useProblemWords } from '../../lib/problem-words.ts'
import { Alert } from '../../ui/alert.tsx'
import { recoveryCopy } from './recovery-copy.ts'

interface FailureAlertProps {
  readonly failure: Refusal | undefined
  /** Stands in the place of the shared words where the page knows better ones. */
  readonly children?: ReactNode
}

/** Why it did not go on. Takes focus each time that it appears. */
export function FailureAlert({ failure, children }: FailureAlertProps) {
  const translate = useCopy(recoveryCopy)
  const problemWords = useProblemWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Alert kind="error" title={translate('recovery.failed.heading')}>
        {children ?? <p>{problemWords(failure)}</p>}
      </Alert>
    </div>
  )
}
