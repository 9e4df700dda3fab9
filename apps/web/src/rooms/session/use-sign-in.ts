import type { RequestIssue } from '@connect/contract/shared/issues'
import { asksForCheck, sendChecked } from '../../lib/captcha/checked-send.ts'
import { createSecurityCheck } from '../../lib/captcha/security-check.ts'
import { solveCaptcha } from '../../lib/captcha/solve-captcha.ts'
import { useDueCheck } from '../../lib/captcha/use-due-check.ts'
import { signIn, type Credentials } from '../../lib/session.ts'
import { useSend } from '../../lib/use-send.ts'

type Typed = Omit<Credentials, 'captcha'>

/** The security check that is due after some wrong tries. */
export const signInCheck = createSecurityCheck('sign-in', solveCaptcha)

/** Signing in with what is typed; whether the security check has to be done for it. */
export function useSignIn(typed: Typed) {
  const { isDue, issues, heed } = useDueCheck(signInCheck)
  const sending = useSend({
    check: () => [...issuesOf(typed), ...issues()],
    send: async () => {
      const { refusal } = heed(
        isDue
          ? await sendChecked(signInCheck, (captcha) => signIn({ ...typed, captcha }))
          : await signIn(typed),
      )
      if (!refusal || asksForCheck(refusal)) return refusal
      // Nothing is told of a single field: what no rule of today lets through belongs to no account either.
      const { code, status, retryAfterSeconds } = refusal
      return { code, status, retryAfterSeconds }
    },
  })
  return { sending, checkIsDue: isDue }
}

function issuesOf({ userId, password }: Typed): RequestIssue[] {
  return [
    ...(userId === '' ? [{ pointer: '/userId', code: 'field.required' }] : []),
    ...(password === '' ? [{ pointer: '/password', code: 'field.required' }] : []),
  ]
}
