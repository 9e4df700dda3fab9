import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import { sendProblem } from './problems.ts'

interface TimeLimitOptions {
  /** From the last byte of the request to the first of the answer; up to a tenth of a second more is given. */
  readonly milliseconds: number
}

/** How often the clock is looked at, in milliseconds. One timer for all: one for each request costs a tenth of a short answer. */
const lookEvery = 100

interface Running {
  readonly until: number
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

declare module 'fastify' {
  interface FastifyRequest {
    running: Running | null
  }
}

/**
 * Answers 503 when a request takes too long after its last byte. The framework's own limit counts from the first one
 * and would cut off a slow phone. The work goes on: what it commits is found again under its Idempotency-Key.
 */
export const timeLimitPlugin = plugin<TimeLimitOptions>(
  (app, { milliseconds }, done) => {
    /** In the order in which they came, and so in the order of their ends. */
    const running = new Set<Running>()
    app.decorateRequest('running', null)
    app.addHook('preValidation', (request, reply, next) => {
      request.running = { until: performance.now() + milliseconds, request, reply }
      running.add(request.running)
      next()
    })
    const forget = (request: FastifyRequest): void => {
      if (request.running) running.delete(request.running)
    }
    app.addHook('onResponse', (request, _reply, next) => {
      forget(request)
      next()
    })
    app.addHook('onRequestAbort', (request, next) => {
      forget(request)
      next()
    })
    const timer = setInterval(() => {
      const now = performance.now()
      for (const late of running) {
        if (late.until > now) break
        running.delete(late)
        giveUp(late)
      }
    }, lookEvery)
    app.addHook('onClose', (_instance, next) => {
      clearInterval(timer)
      next()
    })
    done()
  },
  { name: 'time-limit' },
)

function giveUp({ request, reply }: Running): void {
  if (reply.sent || reply.raw.headersSent) return
  request.log.warn({ operation: request.routeOptions.config.operationId }, 'took too long')
  sendProblem(request, reply, new Problem('server.unavailable', { headers: { 'retry-after': '2' } }))
}
