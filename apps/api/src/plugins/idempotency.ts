import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import type { Pool } from 'pg'
import { v4 as randomId } from 'uuid'
import { actorKey } from '../kernel/actor.ts'
import type { Lookup } from '../kernel/lookup.ts'
import { Problem } from '../kernel/problem.ts'
import type { RecordCipher } from '../kernel/record-cipher.ts'
import type { Commit } from '../kernel/unit-of-work.ts'
import {
  completeKey,
  readKey,
  releaseKey,
  reserveKey,
  type KeyScope,
  type StoredKey,
} from './idempotency.store.ts'

interface Reservation extends KeyScope {
  readonly lease: string
}

interface IdempotencyOptions {
  readonly pool: Pool
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
}

declare module 'fastify' {
  interface FastifyRequest {
    reservation: Reservation | null
  }
  interface FastifyReply {
    /**
     * Answers an idempotent operation: `work` gets a commit that stores the reply in the transaction of the effect,
     * so that both are there or neither. What is thrown frees the key. The reply is sent when it returns, which is
     * why routes return what it returns and its type says nothing more.
     */
    once: <T>(status: number, work: (commit: Commit) => Promise<T>) => Promise<never>
  }
}

/** How often a reservation that vanished under our eyes is tried again. */
const attempts = 3

const table = 'idempotency_key'

/** Idempotency-Key after api.md: reserve and commit first, then work, then the reply together with the effect. */
export const idempotencyPlugin = plugin<IdempotencyOptions>(
  (app, { pool, commit, cipher, lookup }, done) => {
    app.decorateRequest('reservation', null)

    app.addHook('preHandler', async (request, reply) => {
      const { idempotent, operationId } = request.routeOptions.config
      // A request that breaks a rule is refused before it reserves anything.
      if (idempotent !== true || request.validationError) return
      const scope = { operation: operationId ?? '', actor: actorKey(request.actor), key: readHeader(request) }
      const fingerprint = lookup('idempotency', canonical(request.body))
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const lease = randomId()
        if (await reserveKey(pool, scope, fingerprint, lease)) {
          request.reservation = { ...scope, lease }
          return
        }
        const stored = await readKey(pool, scope)
        if (stored !== null) return replay(reply, stored, scope, fingerprint)
        await delay(10)
      }
      throw inProgress()
    })

    function replay(
      reply: FastifyReply,
      stored: StoredKey,
      scope: KeyScope,
      fingerprint: Uint8Array,
    ): FastifyReply {
      if (Buffer.compare(stored.fingerprint, fingerprint) !== 0) throw new Problem('idempotency.key_reused')
      const { status, dataKey, dataKeyVersion, reply: sealed } = stored
      if (status === null || dataKey === null || dataKeyVersion === null || sealed === null)
        throw inProgress()
      const body = cipher.open(table, rowId(scope), { dataKey, dataKeyVersion }).openText('reply', sealed)
      return reply
        .code(status)
        .type('application/json; charset=utf-8')
        .header('idempotency-replayed', 'true')
        .send(body)
    }

    app.decorateReply('once', async function once<
      T,
    >(this: FastifyReply, status: number, work: (commit: Commit) => Promise<T>) {
      const { reservation } = this.request
      if (reservation === null) throw new Error('once() on a route that is not idempotent')
      const serialize = this.getSerializationFunction(String(status))
      if (serialize === undefined) throw new Error(`no schema for ${String(status)}`)
      try {
        const result = await work((inside) =>
          commit(async (tx) => {
            const value = await inside(tx)
            const seal = cipher.create(table, rowId(reservation))
            const sealed = {
              status,
              dataKey: seal.dataKey,
              dataKeyVersion: seal.dataKeyVersion,
              reply: seal.seal('reply', serialize(value as never)),
            }
            const { lease, ...scope } = reservation
            if (!(await completeKey(tx, scope, lease, sealed))) throw inProgress()
            return value
          }),
        )
        return this.code(status)
          .type('application/json; charset=utf-8')
          .send(serialize(result as never)) as never
      } catch (error) {
        await releaseKey(pool, reservation, reservation.lease)
        throw error
      }
    })

    // Whatever refuses a request between its reservation and its work (a security check, say) frees the key.
    app.addHook('onError', async (request) => {
      if (request.reservation !== null) await releaseKey(pool, request.reservation, request.reservation.lease)
    })
    done()
  },
  { name: 'idempotency', dependencies: ['session'] },
)

function rowId({ operation, actor, key }: KeyScope): string {
  return JSON.stringify([operation, actor, key])
}

function inProgress(): Problem {
  return new Problem('idempotency.in_progress', { headers: { 'retry-after': '1' } })
}

function readHeader(request: FastifyRequest): string {
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

/** The same content gives the same text, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, child: unknown) =>
    typeof child === 'object' && child !== null && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : child,
  )
}
