import type { Scope } from '@connect/contract/rooms/integrations'
import type { CommandDatabase } from './admin.store.ts'
import { newApiToken } from './kernel/api-token.ts'
import { createRecordAudit } from './kernel/audit/audit.store.ts'
import { timeOrderedId } from './kernel/ids.ts'
import type { Keys } from './kernel/keys.ts'
import { createLookup } from './kernel/lookup.ts'
import { hashOfToken } from './kernel/secret-token.ts'
import { createCommit } from './kernel/unit-of-work.store.ts'
import { insertToken, revokeToken } from './rooms/integrations/tokens.store.ts'

interface TokenCommand {
  readonly prisma: CommandDatabase['prisma']
  readonly keys: Keys
}

interface NewToken {
  readonly name: string
  /** Made when there is none of that name. */
  readonly integrator: string
  readonly scopes: readonly Scope[]
  readonly days: number
}

/** A token of an integrator, shown this once. */
export async function createOperatorToken(
  { prisma, keys }: TokenCommand,
  { name, integrator, scopes, days }: NewToken,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const recordAudit = createRecordAudit(createLookup(keys))
  const token = newApiToken()
  return createCommit(prisma)(async (tx) => {
    // The update changes nothing; without it a row that is there would not be answered.
    const { id: integratorId } = await tx.integrator.upsert({
      where: { name: integrator },
      create: { id: timeOrderedId(), name: integrator },
      update: { name: integrator },
      select: { id: true },
    })
    const id = timeOrderedId()
    const tokenHash = hashOfToken(token)
    const { expiresAt } = await insertToken(tx, { id, integratorId, name, tokenHash, scopes, days })
    await recordAudit(tx, {
      event: 'token.created',
      outcome: 'succeeded',
      actorKind: 'operator',
      subjectId: id,
      details: { scopes: scopes.join(' '), days },
    })
    return { id, token, expiresAt }
  })
}

/** Revokes a token, whoever's it is. False when there is none, or it was revoked before. */
export async function revokeOperatorToken({ prisma, keys }: TokenCommand, id: string): Promise<boolean> {
  const recordAudit = createRecordAudit(createLookup(keys))
  return createCommit(prisma)(async (tx) => {
    if (!(await revokeToken(tx, { id }))) return false
    await recordAudit(tx, {
      event: 'token.revoked',
      outcome: 'succeeded',
      actorKind: 'operator',
      subjectId: id,
    })
    return true
  })
}

export interface ListedToken {
  readonly id: string
  readonly integrator: string
  readonly name: string
  readonly scopes: string[]
  readonly state: 'in force' | 'expired' | 'revoked'
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
}

/** Every token that there is, newest first, by the database's clock. */
export async function listEveryToken({ prisma }: Pick<TokenCommand, 'prisma'>): Promise<ListedToken[]> {
  return prisma.$queryRaw<ListedToken[]>`
    SELECT t.id, i.name AS integrator, t.name, t.scopes, t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt",
           CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= now() THEN 'expired' ELSE 'in force' END AS state
    FROM api_token t JOIN integrator i ON i.id = t.integrator_id
    ORDER BY t.id DESC`
}
