import { toCreateAccountRequest, type SignupDraft } from '@connect/contract/flows/signup'
import type { Account, CreateAccountRequest } from '@connect/contract/rooms/account'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Locale } from '@connect/contract/shared/text'

/** What came back from `POST /accounts`. */
export type Reply =
  | { readonly kind: 'created'; readonly account: Account }
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly issues: readonly RequestIssue[]
      readonly retryAfterSeconds: number | undefined
    }
  /** Nothing came back: the account may exist or not. */
  | { readonly kind: 'lost' }

/** How an attempt to create the account ended. */
export type Outcome =
  | { readonly kind: 'created'; readonly account: Account }
  | { readonly kind: 'mend'; readonly issues: readonly RequestIssue[] }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly minutes: number }

export type FailureReason = 'connection' | 'busy' | 'limit' | 'server' | 'securityCheck'

/** What is going on meanwhile, to be said on the page. */
export type Progress =
  | { readonly kind: 'sending' }
  | { readonly kind: 'confirming' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'offline' }

interface Surroundings {
  readonly post: (body: CreateAccountRequest, idempotencyKey: string) => Promise<Reply>
  /** A solved security check that is still good. */
  readonly solution: () => Promise<string>
  /** Tells that the solution at hand was used or refused. */
  readonly discardSolution: () => void
  readonly wait: (milliseconds: number) => Promise<void>
  readonly newKey: () => string
}

interface Attempt {
  readonly key: string
  readonly body: CreateAccountRequest
}

/** How often each kind of setback is met with another try before the person is told. */
const patience = { lost: 4, busy: 5, running: 30, securityCheck: 2, key: 1 } as const
const longestWaitSeconds = 60

/**
 * Sends everything at once and sees it through. While it is not known whether an attempt reached the server, the
 * very same request goes out again under the same key, so that a lost reply never makes a second account; this holds
 * over several calls as long as what was typed stays the same.
 */
export function createAccountSubmission({ post, solution, discardSolution, wait, newKey }: Surroundings) {
  let undecided: Attempt | undefined

  const attemptFor = async (request: CreateAccountRequest): Promise<Attempt> => {
    if (undecided && contentOf(undecided.body) === contentOf(request)) return undecided
    return { key: newKey(), body: { ...request, captcha: await solution() } }
  }

  return async (draft: SignupDraft, locale: Locale, tell: (progress: Progress) => void): Promise<Outcome> => {
    const request = toCreateAccountRequest(draft, locale)
    const setbacks = { lost: 0, busy: 0, running: 0, securityCheck: 0, key: 0 }
    const hasPatience = (kind: keyof typeof patience) => ++setbacks[kind] <= patience[kind]
    for (;;) {
      tell({ kind: setbacks.securityCheck > 0 ? 'confirming' : 'sending' })
      const attempt = await attemptFor(request).catch(() => undefined)
      if (!attempt) return failed('securityCheck')
      undecided = attempt
      const reply = await post(attempt.body, attempt.key)
      if (reply.kind === 'created') {
        undecided = undefined
        discardSolution()
        return reply
      }
      if (reply.kind === 'lost') {
        if (!hasPatience('lost')) return failed('connection')
        tell({ kind: 'offline' })
        await wait(1000 * 2 ** (setbacks.lost - 1))
        continue
      }
      const seconds = Math.min(reply.retryAfterSeconds ?? 1, longestWaitSeconds)
      if (reply.code === 'idempotency.in_progress') {
        if (!hasPatience('running')) return failed('server')
        await wait(seconds * 1000)
        continue
      }
      if (reply.status === 503) {
        if (!hasPatience('busy')) return failed('busy')
        tell({ kind: 'busy', seconds })
        await wait(seconds * 1000)
        continue
      }
      if (reply.status >= 500) return failed('server')

      // A refusal is an answer: nothing was created under this key.
      undecided = undefined
      if (reply.status === 429) return failed('limit', Math.ceil((reply.retryAfterSeconds ?? 60) / 60))
      if (reply.code === 'idempotency.key_reused' && hasPatience('key')) continue
      const other = reply.issues.filter((issue) => issue.pointer !== '/captcha')
      if (other.length < reply.issues.length || reply.code === 'captcha.required') discardSolution()
      if (reply.code === 'account.user_id_taken') return { kind: 'mend', issues: [taken(request.userId)] }
      if (other.length > 0) return { kind: 'mend', issues: other }
      if (reply.issues.length === 0 && reply.code !== 'captcha.required') return failed('server')
      if (!hasPatience('securityCheck')) return failed('securityCheck')
    }
  }
}

function failed(reason: FailureReason, minutes = 0): Outcome {
  return { kind: 'failed', reason, minutes }
}

function taken(userId: string): RequestIssue {
  return { pointer: '/userId', code: 'user_id.taken', params: { userId } }
}

/** What the person typed, by which two requests are the same to them: not the check, nor the language of the page. */
function contentOf({ captcha: _captcha, locale: _locale, ...content }: CreateAccountRequest): string {
  return JSON.stringify(content)
}
