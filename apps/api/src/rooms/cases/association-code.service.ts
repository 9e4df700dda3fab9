import { randomInt } from 'node:crypto'
import { associationCodeLength } from '@connect/contract/credentials/client-id'
import { associationCodeDays, type AssociationCode } from '@connect/contract/rooms/case-feed'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { codeLookup, type Lookup } from '../../kernel/lookup.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import type { Commit } from '../../kernel/unit-of-work.ts'
import { findCodeMember, keepCode } from './association-code.store.ts'

export interface AssociationCodeDependencies {
  readonly lookup: Lookup
  readonly recordAudit: RecordAudit
}

/** Crockford's alphabet (base 32 without I, L, O, U): what is read aloud or copied by hand arrives. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The way in for whoever has no digits to show, would rather not show them, or is locked out. */
export function createAssociationCodeService({ lookup, recordAudit }: AssociationCodeDependencies) {
  return {
    /**
     * A new code for a member of the integrator's own case, which ends the one before; 50 random bits, of which a keyed
     * HMAC is kept. Throws `resource.not_found` for a case that is not there, and 422 for somebody who may not associate
     * or has no client ID.
     */
    async issue(
      inCommit: Commit,
      { integratorId, tokenId }: IntegratorActor,
      { caseRef, memberId }: { readonly caseRef: string; readonly memberId: string },
      { requestId }: RequestContext,
    ): Promise<AssociationCode> {
      const code = Array.from({ length: associationCodeLength }, () => alphabet[randomInt(32)]).join('')
      return inCommit(async (tx) => {
        const member = await findCodeMember(tx, { integratorId, caseRef, memberId })
        if (member === null) throw new Problem('resource.not_found')
        const { caseId, pair } = member
        if (pair === null) throw invalidField('/memberId', 'member.unknown')
        const id = timeOrderedId()
        const expiresAt = await keepCode(tx, {
          id,
          caseId,
          memberId,
          code: codeLookup(lookup, { pair, code }),
          days: associationCodeDays,
        })
        await recordAudit(tx, {
          event: 'case_link.code_issued',
          outcome: 'succeeded',
          actorKind: 'integrator',
          actorId: tokenId,
          subjectId: caseId,
          requestId,
        })
        return { memberId, code, expiresAt: expiresAt.toISOString() }
      })
    },
  }
}

export type AssociationCodeService = ReturnType<typeof createAssociationCodeService>
