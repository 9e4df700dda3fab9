import { problems, type IssueCode, type ProblemCode } from '@connect/contract/problems'
import type { ProblemDocument } from '@connect/contract/shared/problem'
import type { RequestIssue } from '@connect/contract/shared/issues'

interface ProblemOptions {
  /** One entry for each broken rule. */
  readonly errors?: readonly RequestIssue[]
  readonly params?: Readonly<Record<string, string | number>>
  readonly headers?: Readonly<Record<string, string>>
  readonly detail?: string
  readonly cause?: unknown
}

/** A failure of the catalogue. Services throw it; one plugin makes the problem document (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly options: ProblemOptions

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Problem'
    this.code = code
    this.options = options
  }

  get status(): number {
    return problems[this.code].status
  }
}

/** A 422 about a single field. */
export function invalidField(
  pointer: string,
  code: IssueCode,
  params?: Record<string, string | number>,
): Problem {
  return new Problem('request.invalid', { errors: [params ? { pointer, code, params } : { pointer, code }] })
}

/** The one 401 to a token that is missing, unknown, damaged, expired or revoked (RFC 6750, section 3). */
export function tokenRequired(): Problem {
  return new Problem('token.required', { headers: { 'www-authenticate': 'Bearer' } })
}

/** A 503 that says when to come back. */
export function busy(retryAfterSeconds: number): Problem {
  return new Problem('server.busy', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) },
  })
}

/** The document that leaves the house; `instance` is the request id. */
export function problemDocumentOf(problem: Problem, requestId: string): ProblemDocument {
  const { status, title } = problems[problem.code]
  const { errors, params, detail } = problem.options
  return {
    type: `/problems/${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(detail === undefined ? {} : { detail }),
    instance: requestId,
    ...(params === undefined ? {} : { params: { ...params } }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
  }
}
