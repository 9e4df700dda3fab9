import type { FastifyRequest } from 'fastify'
import type { Actor, IntegratorActor, RequestContext, SignedIn } from './actor.ts'
import { deviceOf } from './device.ts'
import { Problem, tokenRequired } from './problem.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before anything else looks at the request. */
    actor: Actor
    /** When its first line came, in milliseconds of `performance.now()`. */
    receivedAt: number
  }
}

/** The account that a route with access `client` serves. */
export function signedInActor(request: FastifyRequest): SignedIn {
  if (request.actor.kind !== 'client') throw new Problem('session.required')
  return request.actor
}

/** The integrator that a route with access `integrator` serves. */
export function integratorActor(request: FastifyRequest): IntegratorActor {
  if (request.actor.kind !== 'integrator') throw tokenRequired()
  return request.actor
}

/** What a service may know of the request. */
export function contextOf(request: FastifyRequest): RequestContext {
  return {
    requestId: request.id,
    address: request.ip,
    receivedAt: request.receivedAt,
    device: deviceOf(request.headers['user-agent']),
  }
}
