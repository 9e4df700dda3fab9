import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import { sendProblem } from './problems.ts'
import './route-contract.ts'

/** In milliseconds; up to a tenth of a second more is given. */
interface TimeLimitOptions {
  /** From the head of a request to the last byte of its body. */
  readonly arriving: number
  /** Without a byte of a body whose operation reads it itself. */
  readonly silent: number
  /** From the last byte of the request to the first of the answer. */
  readonly answering: number
}

/** How often the clock is looked at, in milliseconds. One timer for all: one for each request costs a tenth of a short answer. */
const lookEvery = 100

interface Running {
  readonly until: number
  /** When a byte came last, and how many had come by then. */
  heard: { readonly at: number; readonly bytes: number }
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Those who wait for the same limit. */
  readonly among: Set<Running>
}

declare module 'fastify' {
  interface FastifyRequest {
    running: Running | null
  }
}

/**
 * Ends a body that takes too long to arrive with 408, and answers 503 when a request takes too long after its last byte.
 * The framework's own limit knows one time for all operations and counts from the first byte, which would cut off a slow
 * phone. Work that was begun goes on: what it commits is found again under its Idempotency-Key. An operation whose literal
 * says how long it `lasts` has that time for the whole of it; one that reads its body itself says within which time that
 * `arrives`, and has its answer due after the last byte like all others.
 */
export const timeLimitPlugin = plugin<TimeLimitOptions>(
  (app, limits, done) => {
    /** Each in the order in which they came, and so in the order of their ends; the last two have ends of their own. */
    const arriving = new Set<Running>()
    const answering = new Set<Running>()
    const arrivingSlowly = new Set<Running>()
    const lasting = new Set<Running>()

    app.decorateRequest('running', null)
    app.addHook('onRequest', (request, reply, next) => {
      const { arrives } = request.routeOptions.config
      if (hasBody(request)) {
        if (arrives === undefined) watch(request, reply, arriving, limits.arriving)
        else watch(request, reply, arrivingSlowly, arrives)
      }
      next()
    })
    app.addHook('preValidation', (request, reply, next) => {
      const { lasts, arrives } = request.routeOptions.config
      if (lasts !== undefined) watch(request, reply, lasting, lasts)
      else if (arrives === undefined || !hasBody(request)) watch(request, reply, answering, limits.answering)
      else
        request.raw.once('end', () => {
          if (!hasAnswer(reply)) watch(request, reply, answering, limits.answering)
        })
      next()
    })
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
      endLate(arriving, now, giveUpArriving)
      endLate(answering, now, giveUpAnswering)
      for (const one of arrivingSlowly)
        if (one.until <= now || silence(one, now) >= limits.silent) giveUpArriving(one)
      for (const one of lasting) if (one.until <= now) giveUpLasting(one)
    }, lookEvery)
    app.addHook('onClose', (_instance, next) => {
      clearInterval(timer)
      next()
    })
    done()
  },
  { name: 'time-limit' },
)

function watch(
  request: FastifyRequest,
  reply: FastifyReply,
  among: Set<Running>,
  milliseconds: number,
): void {
  forget(request)
  const now = performance.now()
  const heard = { at: now, bytes: request.socket.bytesRead }
  request.running = { until: now + milliseconds, heard, request, reply, among }
  among.add(request.running)
}

function forget({ running }: FastifyRequest): void {
  if (running) running.among.delete(running)
}

function endLate(running: Set<Running>, now: number, giveUp: (late: Running) => void): void {
  for (const late of running) {
    if (late.until > now) return
    giveUp(late)
  }
}

/** Milliseconds since the last byte on the connection. */
function silence(one: Running, now: number): number {
  const { bytesRead: bytes } = one.request.socket
  if (bytes !== one.heard.bytes) one.heard = { at: now, bytes }
  return now - one.heard.at
}

function hasBody({ headers }: FastifyRequest): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = headers
  return length !== '0' || encoding !== undefined
}

/** What is still on its way would be taken for the next request, so the connection ends. */
function giveUpArriving({ request, reply }: Running): void {
  forget(request)
  if (hasAnswer(reply)) return
  sendProblem(request, reply, new Problem('request.timeout', { headers: { connection: 'close' } }))
}

function giveUpAnswering({ request, reply }: Running): void {
  forget(request)
  if (hasAnswer(reply)) return
  request.log.warn({ operation: request.routeOptions.config.operationId }, 'took too long')
  sendProblem(request, reply, new Problem('server.unavailable', { headers: { 'retry-after': '2' } }))
}

/** An answer that has begun can only be cut off: nobody takes the half of it for the whole. */
function giveUpLasting(late: Running): void {
  if (!hasAnswer(late.reply)) {
    giveUpAnswering(late)
    return
  }
  forget(late.request)
  late.reply.raw.destroy()
}

function hasAnswer(reply: FastifyReply): boolean {
  return reply.sent || reply.raw.headersSent
}
