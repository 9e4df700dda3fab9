import type { ReactNode } from 'react'
import { signInLimits } from '@connect/contract/credentials/sign-in-limits'
import type { Refusal } from '../api.ts'
import { useCopy } from '../copy/use-copy.tsx'
import { useProblemWords } from '../problem-words.ts'
import { FailureBox } from '../../ui/failure-box.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'

interface FailureAlertProps {
  readonly failure: Refusal | undefined
  /** What this page has to say in place of the words that every page has. */
  readonly children?: ReactNode
}

/** The longest pause, in minutes, that is worth waiting for (docs/security.md). */
const longestPause = signInLimits.longestPauseMinutes

/** Why something was not done. Takes focus each time that it appears. */
export function FailureAlert({ failure, children }: FailureAlertProps) {
  const translate = useCopy(ownPagesCopy)
  const problemWords = useProblemWords()
  if (!failure) return null
  const minutes = pauseMinutes(failure)
  return (
    <FailureBox failure={failure} title={translate('own.failed.heading')}>
      {children ?? <p>{wordsOf(failure)}</p>}
      {minutes !== undefined && <p>{translate('own.failed.forgotten')}</p>}
    </FailureBox>
  )

  function wordsOf({ code, status, params }: Refusal): string {
    if (status === 401) return translate('own.failed.signed_out')
    if (minutes !== undefined) return translate('own.failed.paused', { minutes })
    return problemWords({ code, params })
  }
}

/** How long the password is not compared. What no waiting ends has the words of the catalogue, with the ways out. */
function pauseMinutes({ code, retryAfterSeconds = 0 }: Refusal): number | undefined {
  const minutes = Math.ceil(retryAfterSeconds / 60)
  return code === 'account.password_paused' && minutes > 0 && minutes <= longestPause ? minutes : undefined
}
