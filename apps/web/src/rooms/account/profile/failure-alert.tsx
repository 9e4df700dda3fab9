import { useEffect, useRef, type ReactNode } from 'react'
import { signInLimits } from '@connect/contract/rooms/session'
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

/** The longest pause, in minutes, that is worth waiting for (docs/security.md). */
const longestPause = signInLimits.longestPauseMinutes

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
        {children ?? <p>{wordsOf(failure)}</p>}
        {failure.code === 'account.password_paused' && <p>{translate('profile.failed.forgotten')}</p>}
      </Alert>
    </div>
  )

  function wordsOf({ code, status, params, retryAfterSeconds }: Refusal): string {
    if (status === 401) return translate('profile.failed.signed_out')
    const minutes = Math.ceil((retryAfterSeconds ?? 0) / 60)
    // A longer pause is ended by other ways than waiting, which the words of the catalogue tell.
    if (code === 'account.password_paused' && minutes > 0 && minutes <= longestPause)
      return translate('profile.failed.paused', { minutes })
    return problemWords({ code, params })
  }
}
