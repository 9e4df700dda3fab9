import type { Scope } from '@connect/contract/rooms/integrations'
import { isApiToken } from '../../kernel/api-token.ts'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { Problem, tokenRequired } from '../../kernel/problem.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import { hashOfToken } from '../../kernel/secret-token.ts'
import type { StatementPool, Transaction } from '../../kernel/unit-of-work.ts'
import { findToken, noteUse, type TokenOwner } from './tokens.store.ts'

export interface TokenCheckDependencies {
  readonly db: Transaction
  readonly pool: StatementPool
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
  /** Told of what fails behind an answer. */
  readonly onError: (error: unknown) => void
}

type Origin = Pick<RequestContext, 'requestId' | 'address'>

/** Requests of an address whose token opens nothing. One that is good is never held back by them. */
const refusedTokens: AddressLimit = { name: 'refused-tokens', max: 60, windowSeconds: 60 }

/** Tells whose a token is. Nothing is remembered between requests, so that every instance sees a revocation at once. */
export function createTokenCheck({ db, pool, rateLimits, recordAudit, onError }: TokenCheckDependencies) {
  /**
   * The integrator behind a token in force that has the scope. Throws `token.required` for any other token and for none,
   * `token.scope_missing` where the scope is not among those of the token, and `limit.rate` when too many such came from
   * the address. Who shows a token that there is or was leaves a row in the audit trail when it is refused.
   */
  return async function identify(
    token: string | undefined,
    scope: Scope,
    context: Origin,
  ): Promise<IntegratorActor> {
    if (token === undefined) throw tokenRequired()
    const found = isApiToken(token) ? await findToken(pool, hashOfToken(token)) : null
    if (found?.state !== 'live') {
      await rateLimits.take(refusedTokens, context.address)
      if (found !== null) await recordRefusal(found, found.state, context)
      throw tokenRequired()
    }
    const { tokenId, integratorId, scopes } = found
    // Not in the request's way.
    if (found.useIsOld) noteUse(pool, tokenId).catch(onError)
    if (!scopes.includes(scope)) {
      await rateLimits.take(refusedTokens, context.address)
      await recordRefusal(found, 'scope_missing', context, scope)
      throw new Problem('token.scope_missing', {
        params: { scope },
        headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
      })
    }
    return { kind: 'integrator', tokenId, integratorId, scopes }
  }

  async function recordRefusal(
    { tokenId, integratorId }: TokenOwner,
    reason: 'expired' | 'revoked' | 'scope_missing',
    { requestId }: Origin,
    scope?: Scope,
  ): Promise<void> {
    await recordAudit(db, {
      event: 'token.refused',
      outcome: 'refused',
      actorKind: 'integrator',
      actorId: tokenId,
      subjectId: integratorId,
      requestId,
      details: scope === undefined ? { reason } : { reason, scope },
    })
  }
}
