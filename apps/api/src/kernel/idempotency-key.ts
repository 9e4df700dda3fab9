import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

/** The `Idempotency-Key` of a request. Throws 400 where there is none, and 422 for one that is not printable ASCII. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const value = request.headers['idempotency-key']
  if (value === undefined || value === '')
    throw new Problem('request.header_missing', { params: { header: 'Idempotency-Key' } })
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(value)) {
    throw new Problem('request.invalid', {
      errors: [
        {
          pointer: '/headers/idempotency-key',
          code: 'field.wrong_format',
          params: { format: '1 to 255 printable ASCII characters' },
        },
      ],
    })
  }
  return value
}

/** Somebody is at work under the same key; the answer says when to come back, in seconds. */
export function keyInProgress(retryAfter = 1): Problem {
  return new Problem('idempotency.in_progress', { headers: { 'retry-after': String(retryAfter) } })
}
