import type { FedCase, StoredCase } from '@connect/contract/rooms/case-feed'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { Problem } from '../../kernel/problem.ts'
import { storeCases, type CaseStoringDependencies } from './case-storing.ts'

export interface CaseFeedDependencies extends CaseStoringDependencies {
  readonly recordAudit: RecordAudit
}

/** Cases as a system of record tells them, one at a time. */
export function createCaseFeedService({ recordAudit, ...storing }: CaseFeedDependencies) {
  return {
    /** Puts a case in place of what was there under its reference. Throws `case.stale` when that is newer. */
    async put(
      { tokenId, integratorId }: IntegratorActor,
      caseRef: string,
      fed: FedCase,
      { requestId }: RequestContext,
    ): Promise<{ readonly created: boolean; readonly stored: StoredCase }> {
      const told = { integratorId, importId: null, cases: [{ caseRef, fed }] }
      const outcomes = await storeCases(storing, told, async (tx, found) => {
        const { id, outcome } = outcomeOf(found, caseRef)
        if (outcome === 'stale' || outcome === 'repeated') throw new Problem('case.stale')
        await recordAudit(tx, {
          event: 'case.stored',
          outcome: 'succeeded',
          actorKind: 'integrator',
          actorId: tokenId,
          subjectId: id,
          requestId,
          details: { outcome },
        })
      })
      const { id, outcome } = outcomeOf(outcomes, caseRef)
      return { created: outcome === 'created', stored: { caseId: id, caseRef, asOf: fed.asOf } }
    },
  }
}

function outcomeOf<Found>(outcomes: ReadonlyMap<string, Found>, caseRef: string): Found {
  const found = outcomes.get(caseRef)
  if (found === undefined) throw new Error('a case was neither stored nor refused')
  return found
}

export type CaseFeedService = ReturnType<typeof createCaseFeedService>
