import { createCaseFeedService } from './case-feed.service.ts'
import { createCaseImportService, type CaseImportDependencies } from './case-import.service.ts'
import { createCaseNoticeFeedService } from './case-notice-feed.service.ts'

/** How a system of record tells cases, in parts of their own. */
export function createCaseFeeding(dependencies: CaseImportDependencies) {
  return {
    feed: createCaseFeedService(dependencies),
    notices: createCaseNoticeFeedService(dependencies),
    imports: createCaseImportService(dependencies),
  }
}

export type CaseFeeding = ReturnType<typeof createCaseFeeding>
