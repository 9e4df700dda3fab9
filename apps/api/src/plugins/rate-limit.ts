import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { limitPolicy, type AddressLimit, type RateLimits } from '../kernel/rate-limit.ts'
import { onlyWhere } from './only-where.ts'
import './route-contract.ts'

/** Holds operations to their limit by address and says where it stands (draft-ietf-httpapi-ratelimit-headers). */
export const rateLimitPlugin = plugin<{ readonly rateLimits: RateLimits }>(
  (app, { rateLimits }, done) => {
    app.addHook(
      'onRequest',
      onlyWhere(({ limit }) => limit, hold),
    )

    async function hold(request: FastifyRequest, limit: AddressLimit, reply: FastifyReply): Promise<void> {
      reply.header('ratelimit-policy', limitPolicy(limit))
      const { remaining, resetSeconds } = await rateLimits.take(limit, request.ip)
      reply.header('ratelimit', `"${limit.name}";r=${String(remaining)};t=${String(resetSeconds)}`)
    }
    done()
  },
  { name: 'rate-limit' },
)
