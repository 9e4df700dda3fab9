import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import { sendProblem } from './problems.ts'

interface TimeLimitOptions {
  /** From the last byte of the request to the first of the answer. */
  readonly milliseconds: number
}

/**
 * Answers 503 when a request takes too long after its last byte. The framework's own limit counts from the first one
 * and would cut off a slow phone. The work goes on: what it commits is found again under its Idempotency-Key.
 */
export const timeLimitPlugin = plugin<TimeLimitOptions>(
  (app, { milliseconds }, done) => {
    const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>()
    app.addHook('preValidation', (request, reply, next) => {
      timers.set(request, setTimeout(giveUp, milliseconds, request, reply))
      next()
    })
    app.addHook('onResponse', (request, _reply, next) => {
      clearTimeout(timers.get(request))
      next()
    })
    app.addHook('onRequestAbort', (request, next) => {
      clearTimeout(timers.get(request))
      next()
    })
    done()
  },
  { name: 'time-limit' },
)

function giveUp(request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent || reply.raw.headersSent) return
  request.log.warn({ operation: request.routeOptions.config.operationId }, 'took too long')
  sendProblem(request, reply, new Problem('server.unavailable', { headers: { 'retry-after': '2' } }))
}
