import { toCreateAccountRequest, type SignupDraft } from '@connect/contract/flows/signup'
import type { Account, CreateAccountRequest } from '@connect/contract/rooms/account'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Locale } from '@connect/contract/shared/text'
import { createDoubts } from './doubts.ts'
import { isDecided, type Reply } from './reply.ts'

/** How an attempt to create the account ended. */
export type Outcome =
  | { readonly kind: 'created'; readonly account: Account }
  | { readonly kind: 'mend'; readonly issues: readonly RequestIssue[] }
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly minutes: number }
  /** The person has cancelled meanwhile: nobody wants to hear how it ended. */
  | { readonly kind: 'forgotten' }

type FailureReason = 'connection' | 'busy' | 'limit' | 'server' | 'securityCheck'

/** What is going on meanwhile, to be said on the page. */
export type Progress =
  | { readonly kind: 'sending' }
  | { readonly kind: 'confirming' }
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'offline' }

type Tell = (progress: Progress) => void

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
type Setback = keyof typeof patience
const longestWaitSeconds = 60

/** What to do after a reply: it is over, or the next try follows. */
type Move =
  | { readonly kind: 'end'; readonly outcome: Outcome }
  | {
      readonly kind: 'again'
      readonly because: Setback
      readonly afterSeconds: number
      readonly progress?: Progress
    }

/** The sending of one wizard. */
export interface AccountSubmission {
  /** Sends everything at once and sees it through. Whoever calls while it runs is told of the same attempt. */
  readonly submit: (draft: SignupDraft, locale: Locale, tell: Tell) => Promise<Outcome>
  /** Drops all that was sent, secrets and all; an attempt that still runs ends as `forgotten`. */
  readonly forget: () => void
  /** Whether an account may have been created by a request that nobody knows the end of. */
  readonly mayHaveArrived: () => boolean
  /** Whether it may be this user ID that such an account has. */
  readonly mayBeOwn: (userId: string) => boolean
}

/**
 * While it is not known whether an attempt reached the server, the very same request goes out again under the same
 * key, so that a lost reply never makes a second account; this holds over several calls as long as what was typed
 * stays the same.
 */
export function createAccountSubmission(surroundings: Surroundings): AccountSubmission {
  const { post, solution, discardSolution, wait, newKey } = surroundings
  const doubts = createDoubts()
  let undecided: Attempt | undefined
  let running: { readonly content: string; readonly outcome: Promise<Outcome> } | undefined
  let tellNow: Tell = ignore
  // Counts how often everything was forgotten: what was begun before has no say any more.
  let round = 0

  const attemptFor = async (request: CreateAccountRequest): Promise<Attempt> => {
    if (undecided && contentOf(undecided.body) === contentOf(request)) return undecided
    return { key: newKey(), body: { ...request, captcha: await solution() } }
  }

  const seeThrough = async (request: CreateAccountRequest): Promise<Outcome> => {
    const begunIn = round
    const setbacks = { lost: 0, busy: 0, running: 0, securityCheck: 0, key: 0 }
    for (;;) {
      tellNow({ kind: setbacks.securityCheck > 0 ? 'confirming' : 'sending' })
      const attempt = await attemptFor(request).catch(() => undefined)
      if (begunIn !== round) return forgotten
      if (!attempt) return failed('securityCheck')
      // From here on it may arrive, whether or not the person stays on this page to hear of it.
      undecided = attempt
      const settle = doubts.begin(attempt.body.userId, attempt.key)
      const reply = await post(attempt.body, attempt.key)
      if (begunIn !== round) return forgotten
      settle(reply)
      if (isDecided(reply)) undecided = undefined
      if (hasUsedUpSolution(reply)) discardSolution()
      const move = moveAfter(reply, setbacks, request)
      if (move.kind === 'end') return move.outcome
      setbacks[move.because] += 1
      if (setbacks[move.because] > patience[move.because]) return failed(givingUp[move.because])
      if (move.progress) tellNow(move.progress)
      await wait(move.afterSeconds * 1000)
      if (begunIn !== round) return forgotten
    }
  }

  const submit: AccountSubmission['submit'] = async (draft, locale, tell) => {
    tellNow = tell
    const request = toCreateAccountRequest(draft, locale)
    const content = contentOf(request)
    if (running) {
      const { content: earlier, outcome } = running
      tell({ kind: 'sending' })
      const ended = await outcome
      // Other answers do not make another account while the first ones may still make one.
      if (earlier === content || ended.kind === 'created' || ended.kind === 'forgotten') return ended
      return submit(draft, locale, tell)
    }
    const current = { content, outcome: seeThrough(request) }
    running = current
    try {
      return await current.outcome
    } finally {
      if (running === current) running = undefined
    }
  }

  return {
    submit,
    forget() {
      round += 1
      undecided = undefined
      running = undefined
      tellNow = ignore
      doubts.clear()
    },
    mayHaveArrived: doubts.isAny,
    mayBeOwn: doubts.isAbout,
  }
}

const forgotten = { kind: 'forgotten' } as const satisfies Outcome

function ignore() {
  // Nobody is there to be told.
}

const givingUp = {
  lost: 'connection',
  busy: 'busy',
  running: 'server',
  securityCheck: 'securityCheck',
  key: 'server',
} as const satisfies Record<Setback, FailureReason>

function moveAfter(
  reply: Reply,
  setbacks: Readonly<Record<Setback, number>>,
  request: CreateAccountRequest,
): Move {
  if (reply.kind === 'created') return end(reply)
  if (reply.kind === 'lost' || isFromBetween(reply))
    return again('lost', 2 ** setbacks.lost, { kind: 'offline' })
  const { status, code, issues, retryAfterSeconds } = reply
  const seconds = Math.min(retryAfterSeconds ?? 1, longestWaitSeconds)
  if (code === 'idempotency.in_progress') return again('running', seconds)
  if (status === 503) return again('busy', seconds, { kind: 'busy', seconds })
  if (status === 429) return end(failed('limit', Math.ceil((retryAfterSeconds ?? 60) / 60)))
  if (code === 'idempotency.key_reused') return again('key', 0)
  if (code === 'account.user_id_taken') return end({ kind: 'mend', issues: [taken(request.userId)] })
  const toMend = issues.filter((issue) => !isAboutCheck(issue))
  if (toMend.length > 0) return end({ kind: 'mend', issues: toMend })
  return hasUsedUpSolution(reply) ? again('securityCheck', 0) : end(failed('server'))
}

/** Whether something on the way answered in place of the service, which may have done its work all the same. */
function isFromBetween({ status, code }: Extract<Reply, { kind: 'refused' }>): boolean {
  return status === 502 || status === 504 || (status >= 500 && status !== 503 && code === 'unknown')
}

function hasUsedUpSolution(reply: Reply): boolean {
  if (reply.kind !== 'refused') return reply.kind === 'created'
  return reply.code === 'captcha.required' || reply.issues.some(isAboutCheck)
}

function isAboutCheck({ pointer }: RequestIssue): boolean {
  return pointer === '/captcha'
}

function end(outcome: Outcome): Move {
  return { kind: 'end', outcome }
}

function again(because: Setback, afterSeconds: number, progress?: Progress): Move {
  return { kind: 'again', because, afterSeconds, ...(progress && { progress }) }
}

function failed(reason: FailureReason, minutes = 0): Outcome {
  return { kind: 'failed', reason, minutes }
}

function taken(userId: string): RequestIssue {
  return { pointer: '/userId', code: 'user_id.taken', params: { userId } }
}

/** What the person typed, by which two requests are the same to them: not the check, nor the language of the page. */
function contentOf(body: CreateAccountRequest): string {
  return JSON.stringify({ ...body, captcha: '', locale: '' })
}
