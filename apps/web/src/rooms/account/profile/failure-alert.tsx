import { useEffect, useRef, type ReactNode } from 'react'
import type { Refusal } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useProblemWords } from '../../../lib/problem-words.ts'
import { Alert } from '../../../ui/alert.tsx'
import { profileCopy } from './profile-copy.ts'

interface FailureAlertProps {
  readonly failure: Refusal | undefined
  /** What this page has to say in place of the words that every page has. */
  readonly children?: ReactNode
}

/** Why something was not done. Takes focus each time that it appears. */
export function FailureAlert({ failure, children }: FailureAlertProps) {
  const translate = useCopy(profileCopy)
  const problemWords = useProblemWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Alert kind="error" title={translate('profile.failed.heading')}>
        {children ?? (
          <p>
            {failure.status === 401
              ? translate('profile.failed.signed_out')
              : problemWords({ code: failure.code, params: failure.params })}
          </p>
        )}
      </Alert>
    </div>
  )
}
