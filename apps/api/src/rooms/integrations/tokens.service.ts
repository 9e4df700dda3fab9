import {
  tokenMaxDays,
  type ApiToken,
  type CreatedToken,
  type CreateTokenRequest,
} from '@connect/contract/rooms/integrations'
import type { PageQuery } from '@connect/contract/shared/page'
import { newApiToken } from '../../kernel/api-token.ts'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { AuditEntry, RecordAudit } from '../../kernel/audit/audit-event.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { pageBy } from '../../kernel/paging.ts'
import { Problem, tokenRequired } from '../../kernel/problem.ts'
import { hashOfToken } from '../../kernel/secret-token.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { holdToken, insertToken, listTokens, revokeToken, type TokenRow } from './tokens.store.ts'

export interface TokensDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly recordAudit: RecordAudit
}

/** The tokens of an integrator, as it manages them itself: others' look as if they were not there. */
export function createTokensService({ db, commit, recordAudit }: TokensDependencies) {
  return {
    /** Those that nobody revoked, expired ones among them, newest first; never a token itself. */
    list({ integratorId }: IntegratorActor, query: PageQuery) {
      return pageBy(query, (stretch) => listTokens(db, { integratorId, ...stretch }), tokenOf)
    },

    /**
     * A new token of the same integrator, shown this once. Throws 422 naming every scope that the token that asks lacks,
     * and `token.required` when that was revoked meanwhile.
     */
    async create(
      inCommit: Commit,
      actor: IntegratorActor,
      { name, scopes, expiresInDays: days = tokenMaxDays }: CreateTokenRequest,
      { requestId }: RequestContext,
    ): Promise<CreatedToken> {
      const errors = scopes.flatMap((scope, index) =>
        actor.scopes.includes(scope)
          ? []
          : [{ pointer: `/scopes/${String(index)}`, code: 'scope.not_held', params: { scope } }],
      )
      if (errors.length > 0) throw new Problem('request.invalid', { errors })
      const token = newApiToken()
      return inCommit(async (tx) => {
        if (!(await holdToken(tx, actor.tokenId))) throw tokenRequired()
        const id = timeOrderedId()
        const tokenHash = hashOfToken(token)
        const row = await insertToken(tx, {
          id,
          integratorId: actor.integratorId,
          name,
          tokenHash,
          scopes,
          days,
        })
        await recordAudit(tx, {
          ...tokenEvent('token.created', id),
          actorKind: 'integrator',
          actorId: actor.tokenId,
          requestId,
          details: { scopes: scopes.join(' '), days },
        })
        return { ...tokenOf(row), token }
      })
    },

    /** Ends a token at once, also the one that asks. Throws `resource.not_found` for another integrator's, or none. */
    async revoke({ tokenId, integratorId }: IntegratorActor, id: string, { requestId }: RequestContext) {
      await commit(async (tx) => {
        if (!(await revokeToken(tx, { id, integratorId }))) throw new Problem('resource.not_found')
        await recordAudit(tx, {
          ...tokenEvent('token.revoked', id),
          actorKind: 'integrator',
          actorId: tokenId,
          requestId,
        })
      })
    },
  }
}

function tokenEvent(event: 'token.created' | 'token.revoked', id: string) {
  return { event, outcome: 'succeeded', subjectId: id } satisfies Partial<AuditEntry>
}

function tokenOf({ createdAt, expiresAt, lastUsedAt, ...row }: TokenRow): ApiToken {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}

export type TokensService = ReturnType<typeof createTokensService>
