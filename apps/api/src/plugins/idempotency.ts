import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import plugin from 'fastify-plugin'
import { v4 as randomId } from 'uuid'
import type { Actor } from '../kernel/actor.ts'
import { addressClass } from '../kernel/address-class.ts'
import { bodyIssuesOf } from '../kernel/given-body.ts'
import { idempotencyKeyOf, keyInProgress } from '../kernel/idempotency-key.ts'
import type { Lookup } from '../kernel/lookup.ts'
import { Problem } from '../kernel/problem.ts'
import type { RecordCipher } from '../kernel/record-cipher.ts'
import type { Commit, StatementPool } from '../kernel/unit-of-work.ts'
import {
  completeKey,
  readKey,
  releaseKey,
  reserveKey,
  type KeyScope,
  type StoredKey,
} from './idempotency.store.ts'
import { onlyWhere } from './only-where.ts'

interface IdempotencyOptions {
  readonly pool: StatementPool
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly lookup: Lookup
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Keyed HMAC of what an idempotent request names in its path and of its body. */
    fingerprint: Uint8Array
  }
  interface FastifyReply {
    /**
     * Answers an idempotent operation: `work` gets a commit that stores the reply in the transaction of the effect,
     * so that both are there or neither. What is thrown frees the key. The reply is sent when it returns, which is
     * why routes return what it returns and its type says nothing more. Where the room read the body itself, `content` is
     * what was in it.
     */
    once: <T>(status: number, work: (commit: Commit) => Promise<T>, content?: unknown) => Promise<never>
    /** Whether a reply is stored under the key, so that a body is read only to see whether it is the same. */
    isStored: () => Promise<boolean>
  }
}

/** How often a reservation that vanished under our eyes is tried again. */
const attempts = 3

const table = 'idempotency_key'

/** Idempotency-Key after api.md: reserve and commit first, then work, then the reply together with the effect. */
export const idempotencyPlugin = plugin<IdempotencyOptions>(
  (app, { pool, commit, cipher, lookup }, done) => {
    /** An integrator stays the same actor whatever token it shows, so that a new one keeps its keys. */
    function nameOf(actor: Actor): string {
      if (actor.kind === 'client') return actor.accountId
      if (actor.kind === 'integrator') return actor.integratorId
      // Before signing in it is the address; only a keyed HMAC of it is stored.
      return `anonymous:${Buffer.from(lookup('address', addressClass(actor.address))).toString('base64url')}`
    }

    function scopeOf(request: FastifyRequest): KeyScope {
      const name = nameOf(request.actor)
      const operation = request.routeOptions.config.operationId ?? ''
      return { operation, actor: name, key: idempotencyKeyOf(request) }
    }

    // Fastify wants a primitive here, so that no request shares an object with another.
    app.decorateRequest('fingerprint', null as never)

    // The fingerprint is of what was sent, before the contract tidied it: a rule that changes does not change it.
    app.addHook('preValidation', (request, _reply, next) => {
      if (request.routeOptions.config.idempotent === true)
        request.fingerprint = lookup('idempotency', canonical(askedOf(request)))
      next()
    })

    // A stored reply is given before the security check is looked at, and although a rule has changed since.
    app.addHook(
      'preHandler',
      onlyWhere(({ idempotent }) => idempotent === true, answerFromStore),
    )

    async function answerFromStore(
      request: FastifyRequest,
      _isIdempotent: true,
      reply: FastifyReply,
    ): Promise<void> {
      const scope = scopeOf(request)
      const stored = await readKey(pool, scope)
      if (stored !== null && isSame(stored.fingerprint, request.fingerprint)) {
        if (stored.running) throw keyInProgress()
        if (stored.reply !== null) {
          replay(reply, stored, scope)
          return
        }
      }
      // The guard of the security check, which comes next, adds what it finds to the broken rules.
      const { captcha, judgesBody } = request.routeOptions.config
      if (judgesBody === true && bodyIssuesOf(request.validationError) !== null) return
      if (request.validationError && captcha === undefined) throw request.validationError
    }

    /** The lease of a key that is ours now, or the reply that somebody else's work has stored. */
    async function reserve(scope: KeyScope, fingerprint: Uint8Array): Promise<string | StoredKey> {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const lease = randomId()
        if (await reserveKey(pool, scope, fingerprint, lease)) return lease
        const stored = await readKey(pool, scope)
        if (stored !== null) return stored
        await delay(10)
      }
      throw keyInProgress()
    }

    function replay(reply: FastifyReply, stored: StoredKey, scope: KeyScope): FastifyReply {
      if (!isSame(stored.fingerprint, reply.request.fingerprint)) throw new Problem('idempotency.key_reused')
      const { status, dataKey, dataKeyVersion, reply: sealed } = stored
      if (status === null || dataKey === null || dataKeyVersion === null || sealed === null)
        throw keyInProgress()
      const body = cipher.open(table, rowId(scope), { dataKey, dataKeyVersion }).openText('reply', sealed)
      return reply
        .code(status)
        .type('application/json; charset=utf-8')
        .header('idempotency-replayed', 'true')
        .send(body)
    }

    app.decorateReply('once', async function once<
      T,
    >(this: FastifyReply, status: number, work: (commit: Commit) => Promise<T>, content?: unknown) {
      const scope = scopeOf(this.request)
      if (content !== undefined) this.request.fingerprint = lookup('idempotency', canonical(content))
      const reserved = await reserve(scope, this.request.fingerprint)
      if (typeof reserved !== 'string') return replay(this, reserved, scope) as never
      const serialize = this.getSerializationFunction(String(status))
      if (serialize === undefined) throw new Error(`no schema for ${String(status)}`)
      const { shownOnce = [] } = this.request.routeOptions.config
      try {
        const result = await work((inside) =>
          commit(async (tx) => {
            const value = await inside(tx)
            const seal = cipher.create(table, rowId(scope))
            const sealed = {
              status,
              dataKey: seal.dataKey,
              dataKeyVersion: seal.dataKeyVersion,
              reply: seal.seal('reply', serialize(without(shownOnce, value) as never)),
            }
            if (!(await completeKey(tx, scope, reserved, sealed))) throw keyInProgress()
            return value
          }),
        )
        return this.code(status)
          .type('application/json; charset=utf-8')
          .send(serialize(result as never)) as never
      } catch (error) {
        // When this fails too, the lease frees the key; the answer is what went wrong first.
        await releaseKey(pool, scope, reserved).catch(() => undefined)
        throw error
      }
    })

    app.decorateReply('isStored', async function isStored(this: FastifyReply) {
      const stored = await readKey(pool, scopeOf(this.request))
      return stored !== null && stored.reply !== null
    })

    done()
  },
  { name: 'idempotency', dependencies: ['session', 'bearer'] },
)

/** What may be shown again: a secret is not even stored sealed. */
function without(shownOnce: readonly string[], value: unknown): unknown {
  if (shownOnce.length === 0 || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => !shownOnce.includes(name)))
}

/** What the body is sent to is part of what is asked: the same decision on another thing is another request. */
function askedOf({ params, body }: FastifyRequest): unknown {
  const isNamed = typeof params === 'object' && params !== null && Object.keys(params).length > 0
  return isNamed ? [params, body] : body
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

function rowId({ operation, actor, key }: KeyScope): string {
  return JSON.stringify([operation, actor, key])
}

/** The same content gives the same text, whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, child: unknown) =>
    typeof child === 'object' && child !== null && !Array.isArray(child)
      ? Object.fromEntries(Object.entries(child).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : child,
  )
}
