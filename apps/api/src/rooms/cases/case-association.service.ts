import type { AssociationDependencies } from './association.service.ts'
import { createAssociationCodeService } from './association-code.service.ts'
import { createCaseLinkService } from './case-link.service.ts'
import { createCaseReviewService, type CaseReviewDependencies } from './case-review.service.ts'

/** How cases come to their owners, in parts of their own. */
export function createCaseAssociation(dependencies: AssociationDependencies & CaseReviewDependencies) {
  return {
    links: createCaseLinkService(dependencies),
    codes: createAssociationCodeService(dependencies),
    reviews: createCaseReviewService(dependencies),
  }
}

export type CaseAssociation = ReturnType<typeof createCaseAssociation>
