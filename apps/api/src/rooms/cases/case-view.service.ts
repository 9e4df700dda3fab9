import type { Case } from '@connect/contract/rooms/cases'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { StatementPool } from '../../kernel/unit-of-work.ts'
import { readable } from './case-access.ts'
import { tellCase } from './case-telling.ts'
import { openSummary } from './case-summary.ts'
import { findCaseView } from './case-view.store.ts'

export interface CaseViewDependencies {
  readonly pool: StatementPool
  readonly cipher: RecordCipher
}

/** A case as its owner sees it. */
export function createCaseViewService({ pool, cipher }: CaseViewDependencies) {
  return {
    /**
     * A case that names whoever is signed in, told of the day that it is in Connecticut. Throws `resource.not_found` for
     * what is not one's own, and `case.held`.
     */
    async view(accountId: string, caseId: string): Promise<Case> {
      const row = readable(await findCaseView(pool, { accountId, caseId }))
      const summary = openSummary(cipher, row)
      return tellCase(summary, row)
    },
  }
}

export type CaseViewService = ReturnType<typeof createCaseViewService>
