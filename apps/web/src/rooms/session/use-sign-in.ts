import { useRef, useState } from 'react'
import type { SignInRequest } from '@connect/contract/rooms/session'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { createSecurityCheck } from '../../lib/captcha/security-check.ts'
import { solveCaptcha } from '../../lib/captcha/solve-captcha.ts'
import { signIn } from '../../lib/session.ts'
import { failureOf, type SignInFailure } from './sign-in-failure.ts'

/** The security check of signing in. It stands outside the page, so that a change of language keeps it. */
const signInCheck = createSecurityCheck('sign-in', solveCaptcha)

type Typed = Pick<SignInRequest, 'userId' | 'password'>

/** Signing in: what is missing, what went wrong, and whether the security check is due. */
export function useSignIn() {
  const [issues, setIssues] = useState<readonly RequestIssue[]>([])
  const [failure, setFailure] = useState<SignInFailure | undefined>()
  const [needsCheck, setNeedsCheck] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  // A second press comes before the page is drawn again.
  const isSending = useRef(false)

  const begin = async (typed: Typed) => {
    const missing = issuesOf(typed, needsCheck)
    setIssues(missing)
    setFailure(undefined)
    setAttempt((count) => count + 1)
    if (missing.length > 0) return
    setBusy(true)
    const captcha = needsCheck ? await signInCheck.fresh().catch(() => undefined) : undefined
    const answer = await signIn({ ...typed, ...(captcha !== undefined && { captcha }) })
    setBusy(false)
    if (!answer.refusal) {
      signInCheck.reset()
      return
    }
    const found = failureOf(answer.refusal)
    // A check that was looked at is spent, whatever came of the rest.
    if (captcha !== undefined) signInCheck.reset()
    if (found.kind === 'securityCheck') setNeedsCheck(true)
    setFailure(found)
  }

  return {
    issues,
    failure,
    attempt,
    busy,
    /** The check to show, once the service has asked for one. */
    check: needsCheck ? signInCheck : undefined,
    submit: (typed: Typed) => {
      if (isSending.current) return
      isSending.current = true
      void begin(typed).finally(() => {
        isSending.current = false
      })
    },
  }
}

function issuesOf({ userId, password }: Typed, needsCheck: boolean): RequestIssue[] {
  return [
    ...(userId.trim() === '' ? [{ pointer: '/userId', code: 'field.required' }] : []),
    ...(password === '' ? [{ pointer: '/password', code: 'field.required' }] : []),
    ...(needsCheck && signInCheck.state() !== 'passed'
      ? [{ pointer: '/captcha', code: 'captcha.missing' }]
      : []),
  ]
}
