import { createClient } from '@connect/client'
import type { ProblemDocument } from '@connect/contract/shared/problem'

/** The one client of the REST API: the portal calls what integrators call. */
export const api = createClient({ fetch: sendAndWatch })

const sessionEndListeners = new Set<() => void>()

/** Calls back when any call is refused because nobody is signed in (any more). */
export function onSessionEnded(listener: () => void): void {
  sessionEndListeners.add(listener)
}

let clockDifference = 0

/** The time of the service, in milliseconds since 1970, as far as its last answer told: clocks of phones go wrong. */
export function serverNow(): number {
  return Date.now() + clockDifference
}

async function sendAndWatch(request: Request): Promise<Response> {
  const response = await fetch(request)
  const sentAt = Date.parse(response.headers.get('date') ?? '')
  // An answer out of the browser's cache was sent some time ago.
  if (!Number.isNaN(sentAt) && (request.method !== 'GET' || request.cache === 'no-store'))
    clockDifference = sentAt - Date.now()
  if (response.status === 401 && !isGettingIn(request)) for (const listener of sessionEndListeners) listener()
  return response
}

/** Signing in, and getting back in, are refused with 401 too, which ends nothing. */
function isGettingIn({ method, url }: Request): boolean {
  const { pathname } = new URL(url)
  return (method === 'POST' && pathname === '/api/v1/session') || pathname.startsWith('/api/v1/recoveries/')
}

/** Longer than the service ever takes for an answer, in milliseconds; after that the connection counts as lost. */
const longestWait = 20_000

/** Ends a request that gets no answer, or that the page no longer needs. */
export function withinReason(signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(longestWait)
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}

/** For what is asked of the service each time, and within reason. */
export const fresh = () => ({ cache: 'no-store', signal: withinReason() }) as const

/** What the API said when it refused, or that nothing came back. */
export interface Refusal extends Partial<Pick<ProblemDocument, 'params' | 'errors'>> {
  /** Of the catalogue in the contract; `unreachable` for no answer at all. */
  readonly code: string
  /** 0 for no answer at all. */
  readonly status: number
  readonly retryAfterSeconds: number | undefined
}

/** Nothing came back. */
export const unreachable: Refusal = { code: 'unreachable', status: 0, retryAfterSeconds: undefined }

/** A call of the API, with its data or with why there are none. It never throws. */
export type Answer<Data> = { readonly data: Data; readonly refusal?: never } | { readonly refusal: Refusal }

/** A page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

interface Reply<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/** Waits for a call of `api` and reads its problem document, if that is what it answers. */
export async function answerOf<Data>(call: Promise<Reply<Data>>): Promise<Answer<Data>> {
  try {
    const { data, error, response } = await call
    return response.ok ? { data: data as Data } : { refusal: refusalOf(error, response) }
  } catch {
    return { refusal: { ...unreachable } }
  }
}

function refusalOf(error: unknown, { status, headers }: Response): Refusal {
  const seconds = Number.parseInt(headers.get('retry-after') ?? '', 10)
  const retryAfterSeconds = Number.isFinite(seconds) ? seconds : undefined
  // A proxy on the way may answer in its own manner.
  if (!isProblem(error)) return { code: 'unknown', status, retryAfterSeconds }
  const { code, params, errors } = error
  return { code, status, retryAfterSeconds, ...(params && { params }), ...(errors && { errors }) }
}

/** Our own service is taken at its word: a schema here would cost every page the whole of zod. */
function isProblem(error: unknown): error is ProblemDocument {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
}
