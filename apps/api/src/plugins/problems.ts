import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { CaptchaUnavailableError } from '../kernel/captcha-unavailable.ts'
import { HashingBusyError } from '../kernel/hashing.ts'
import type { ProblemCode } from '@connect/contract/problems'
import { isDatabaseOutage } from '../kernel/fault.ts'
import { busy, Problem, problemDocumentOf } from '../kernel/problem.ts'

/** Turns whatever is thrown into a problem document; what nobody foresaw is logged and says nothing. */
export const problemsPlugin = plugin(
  (app, _options, done) => {
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const problem = declaredProblem(request, toProblem(error))
      if (problem.status >= 500)
        request.log.error({ code: problem.code, err: problem.cause ?? error }, 'request failed')
      return sendProblem(request, reply, problem)
    })
    app.decorateRequest('receivedAt', 0)
    app.addHook('onRequest', (request, reply, next) => {
      request.receivedAt = performance.now()
      reply.header('x-request-id', request.id)
      next()
    })
    done()
  },
  { name: 'problems' },
)

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  reply.code(problem.status).headers({ ...problem.options.headers, 'cache-control': 'no-store' })
  return reply.type('application/problem+json').send(problemDocumentOf(problem, request.id))
}

/** A problem that an operation does not declare is a fault of ours, and is answered and logged as one. */
function declaredProblem({ routeOptions }: FastifyRequest, problem: Problem): Problem {
  const { declaredStatuses, operationId } = routeOptions.config
  if (declaredStatuses === undefined || declaredStatuses.has(problem.status)) return problem
  const cause = new Error(`${String(operationId)} does not declare ${problem.code}`, { cause: problem })
  return new Problem('server.error', { cause })
}

/** Our catalogue for errors of the framework, the kernel and the database driver. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HashingBusyError) return busy(error.retryAfterSeconds)
  if (error instanceof CaptchaUnavailableError) return unavailable(error)
  if (!(error instanceof Error)) return new Problem('server.error', { cause: error })
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = frameworkProblems[code]
  if (known) return new Problem(known, { cause: error })
  if (isNoSuchFile(error, code)) return new Problem('resource.not_found', { cause: error })
  if (code === 'FST_ERR_HANDLER_TIMEOUT') return unavailable(error)
  if (isDatabaseOutage(error)) return unavailable(error)
  return new Problem('server.error', { cause: error })
}

const frameworkProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.not_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media_type',
  FST_ERR_CTP_INVALID_TYPE: 'request.media_type',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
}

/** Addresses that can be no file of ours, whatever is wrong with them: the file server answers with statuses of its own. */
function isNoSuchFile(error: Error & { statusCode?: number }, code: string): boolean {
  const status = error.statusCode ?? 0
  return (
    code === 'ENAMETOOLONG' ||
    ((!code.startsWith('FST_') || code.startsWith('FST_STATIC_')) && status >= 400 && status < 500)
  )
}

function unavailable(cause: unknown): Problem {
  return new Problem('server.unavailable', { cause, headers: { 'retry-after': '2' } })
}
