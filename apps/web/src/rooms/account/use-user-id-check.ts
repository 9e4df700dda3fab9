import { useEffect, useState } from 'react'
import { checkUserId, checkUserIdAgainstNames, foldUserId } from '@connect/contract/credentials/user-id'
import { askAboutUserId } from './account.queries.ts'
import type { UserIdState } from './user-id-state.ts'

/** How long typing has to pause before the service is asked, in milliseconds. */
const pause = 600

interface Asked {
  readonly question: string
  readonly state: UserIdState
}

/**
 * Asks whether a user ID is free once typing pauses. A user ID that breaks a rule is not asked about: the rule is
 * told when the step is submitted. `known` calls one taken that the server has refused before.
 */
export function useUserIdCheck(
  userId: string,
  names: { readonly firstName: string; readonly lastName: string },
  known: ReadonlySet<string>,
): UserIdState {
  const { firstName, lastName } = names
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  const mayAsk = checkUserId(userId).length === 0 && checkUserIdAgainstNames(userId, names).length === 0
  const question = JSON.stringify([foldUserId(userId), firstName, lastName])

  useEffect(() => {
    if (!mayAsk) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      setAsked({ question, state: { kind: 'checking' } })
      void askAboutUserId({ userId, firstName, lastName }).then((state) => {
        if (isCurrent) setAsked({ question, state })
      })
    }, pause)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [mayAsk, question, userId, firstName, lastName])

  if (!mayAsk) return { kind: 'unknown' }
  const state: UserIdState = asked?.question === question ? asked.state : { kind: 'unknown' }
  return known.has(foldUserId(userId)) && state.kind !== 'taken' ? { kind: 'taken', suggestions: [] } : state
}
