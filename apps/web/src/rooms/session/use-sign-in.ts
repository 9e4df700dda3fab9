import { useRef, useState } from 'react'
import type { SignInRequest } from '@connect/contract/rooms/session'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { signIn } from '../../lib/session.ts'
import { failureOf, type SignInFailure } from './sign-in-failure.ts'

type Typed = Pick<SignInRequest, 'userId' | 'password'>

/** Signing in: what is missing and what went wrong. */
export function useSignIn() {
  const [issues, setIssues] = useState<readonly RequestIssue[]>([])
  const [failure, setFailure] = useState<SignInFailure | undefined>()
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  // A second press comes before the page is drawn again.
  const isSending = useRef(false)

  const begin = async (typed: Typed) => {
    const missing = issuesOf(typed)
    setIssues(missing)
    setFailure(undefined)
    setAttempt((count) => count + 1)
    if (missing.length > 0) return
    setBusy(true)
    const answer = await signIn(typed)
    setBusy(false)
    if (answer.refusal) setFailure(failureOf(answer.refusal))
  }

  return {
    issues,
    failure,
    attempt,
    busy,
    submit: (typed: Typed) => {
      if (isSending.current) return
      isSending.current = true
      void begin(typed).finally(() => {
        isSending.current = false
      })
    },
  }
}

function issuesOf({ userId, password }: Typed): RequestIssue[] {
  return [
    ...(userId.trim() === '' ? [{ pointer: '/userId', code: 'field.required' }] : []),
    ...(password === '' ? [{ pointer: '/password', code: 'field.required' }] : []),
  ]
}
