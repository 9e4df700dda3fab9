import { useRef, useState } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { createSecurityCheck } from '../../lib/captcha/security-check.ts'
import { solveCaptcha } from '../../lib/captcha/solve-captcha.ts'
import type { Refusal } from '../../lib/api.ts'
import { signIn, type Credentials } from '../../lib/session.ts'
import { failureOf, type SignInFailure } from './sign-in-failure.ts'

type Typed = Omit<Credentials, 'captcha'>

/** The security check that is due after some wrong tries. */
export const signInCheck = createSecurityCheck('sign-in', solveCaptcha)

/** Signing in: what is missing and what went wrong. */
export function useSignIn() {
  const [issues, setIssues] = useState<readonly RequestIssue[]>([])
  const [failure, setFailure] = useState<SignInFailure | undefined>()
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [checkIsDue, setCheckIsDue] = useState(false)
  // A second press comes before the page is drawn again.
  const isSending = useRef(false)

  const mend = (found: readonly RequestIssue[]) => {
    setIssues(found)
    setAttempt((count) => count + 1)
  }

  const begin = async (typed: Typed) => {
    const missing = issuesOf(typed, checkIsDue)
    mend(missing)
    setFailure(undefined)
    if (missing.length > 0) return
    setBusy(true)
    const refusal = await send(typed, checkIsDue)
    setBusy(false)
    if (refusal === undefined) return
    if (!needsCheck(refusal)) {
      setFailure(failureOf(refusal))
      return
    }
    signInCheck.reset()
    setCheckIsDue(true)
    mend([checkMissing])
  }

  return {
    issues,
    failure,
    attempt,
    busy,
    checkIsDue,
    submit: (typed: Typed) => {
      if (isSending.current) return
      isSending.current = true
      void begin(typed).finally(() => {
        isSending.current = false
      })
    },
  }
}

const checkMissing: RequestIssue = { pointer: '/captcha', code: 'captcha.missing' }

/** Each solution is good for one try; the next one is solved in silence. */
async function send(typed: Typed, checkIsDue: boolean): Promise<Refusal | undefined> {
  const captcha = checkIsDue ? await signInCheck.fresh().catch(() => undefined) : undefined
  if (checkIsDue && captcha === undefined)
    return { code: 'captcha.required', status: 422, retryAfterSeconds: undefined }
  signInCheck.discard()
  const { refusal } = await signIn({ ...typed, ...(captcha !== undefined && { captcha }) })
  if (refusal === undefined) signInCheck.reset()
  return refusal
}

function needsCheck({ code, errors = [] }: Refusal): boolean {
  return code === 'captcha.required' || errors.some(({ pointer }) => pointer === '/captcha')
}

function issuesOf({ userId, password }: Typed, checkIsDue: boolean): RequestIssue[] {
  return [
    ...(userId.trim() === '' ? [{ pointer: '/userId', code: 'field.required' }] : []),
    ...(password === '' ? [{ pointer: '/password', code: 'field.required' }] : []),
    ...(checkIsDue && signInCheck.state() !== 'passed' ? [checkMissing] : []),
  ]
}
