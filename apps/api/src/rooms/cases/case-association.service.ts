import type { AssociationDependencies } from './association.service.ts'
import { createAssociationCodeService } from './association-code.service.ts'
import { createCaseLinkService } from './case-link.service.ts'

/** How cases come to their owners, in parts of their own. */
export function createCaseAssociation(dependencies: AssociationDependencies) {
  return {
    links: createCaseLinkService(dependencies),
    codes: createAssociationCodeService(dependencies),
  }
}

export type CaseAssociation = ReturnType<typeof createCaseAssociation>
