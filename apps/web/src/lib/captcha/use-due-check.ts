import { useState } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Answer } from '../api.ts'
import { asksForCheck, checkIsMissing, checkIssues } from './checked-send.ts'
import type { SecurityCheck } from './security-check.ts'

/** A security check that is asked for only once the service wants one. */
export interface DueCheck {
  readonly isDue: boolean
  /** What is wrong with the box, once it is there. */
  readonly issues: () => RequestIssue[]
  /** Takes note of an answer: where the service asks for the check, the box appears, and the refusal is about it. */
  readonly heed: <Data>(answer: Answer<Data>) => Answer<Data>
}

/** Lets a form begin without the security check, and shows it from the first time that the service asks for it. */
export function useDueCheck(check: SecurityCheck): DueCheck {
  const [isDue, setIsDue] = useState(false)
  return {
    isDue,
    issues: () => (isDue ? checkIssues(check) : []),
    heed: (answer) => {
      if (!answer.refusal || !asksForCheck(answer.refusal)) return answer
      check.reset()
      setIsDue(true)
      return { refusal: { ...checkIsMissing } }
    },
  }
}
