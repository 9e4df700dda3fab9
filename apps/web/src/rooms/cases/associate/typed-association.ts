import { caseLinkRequest } from '@connect/contract/rooms/case-links'
import { issuesOf, type RequestIssue } from '@connect/contract/shared/issues'

/** By what one shows, beside client ID and birth year, that a case is one's own. */
export type Proof = 'digits' | 'code'

/** What stands in the fields. Both proofs are kept, so that going back and forth loses neither. */
export interface TypedAssociation {
  readonly clientId: string
  readonly birthYear: string
  readonly ssnLast4: string
  readonly code: string
  readonly proof: Proof
}

export const nothingTyped: TypedAssociation = {
  clientId: '',
  birthYear: '',
  ssnLast4: '',
  code: '',
  proof: 'digits',
}

/** What the service is asked. */
export type AssociationRequest = {
  readonly clientId: string
  readonly birthYear: number
  readonly captcha?: string
} & ({ readonly ssnLast4: string } | { readonly code: string })

/** What is typed, as the service takes it; a birth year that is not four digits is no number. */
export function requestOf({
  clientId,
  birthYear,
  ssnLast4,
  code,
  proof,
}: TypedAssociation): AssociationRequest {
  const year = birthYear.trim()
  const whose = { clientId, birthYear: /^\d{4}$/.test(year) ? Number(year) : Number.NaN }
  return proof === 'code' ? { ...whose, code } : { ...whose, ssnLast4: ssnLast4.replace(/\s/g, '') }
}

/** What is wrong with it: nothing that breaks a rule is sent, so that no slip of the pen costs a try. */
export function brokenRules(typed: TypedAssociation): RequestIssue[] {
  return issuesOf(caseLinkRequest, requestOf(typed))
}
