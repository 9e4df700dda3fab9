import * as z from 'zod/mini'
import { associationCode, birthYear, clientId, ssnLast4 } from '../credentials/client-id.ts'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { crossFieldRule, type FieldIssue } from '../shared/rule.ts'
import { captchaSolution } from './captcha.ts'

/** How many tries at a client ID count, by account and by client ID (docs/security.md). */
export const associationLimits = {
  /** Within 24 hours. */
  inDay: 5,
  /** By account since its last success, by client ID until its owner succeeds or somebody at the agency opens it. */
  inAll: 10,
} as const

/** When failures make the security check due for everybody (docs/security.md). */
export const associationBreaker = {
  /** So many failures in the last hour never trip it. */
  least: 20,
  /** It trips above so many times the hourly mean of the last week. */
  timesMean: 3,
} as const

/**
 * `POST /case-links` and `POST /case-links/{id}/confirmation`: client ID and birth year, and either the last four
 * digits of the Social Security number or a one-time code of the agency.
 */
export const caseLinkRequest = z
  .strictObject({
    clientId,
    birthYear,
    ssnLast4: z.optional(ssnLast4),
    code: z.optional(associationCode),
    captcha: z.optional(captchaSolution),
  })
  .check(crossFieldRule((value) => checkOneProof(value)))
export type CaseLinkRequest = z.infer<typeof caseLinkRequest>

function checkOneProof({ ssnLast4: digits, code }: { ssnLast4?: unknown; code?: unknown }): FieldIssue[] {
  if (digits === undefined && code === undefined) return [{ path: ['ssnLast4'], code: 'ssn_digits.required' }]
  return digits !== undefined && code !== undefined ? [{ path: ['code'], code: 'case_link.one_proof' }] : []
}

export const caseLinkPath = z.strictObject({ id })

/** `POST /case-links` */
export const caseLinkResponse = z.strictObject({ id, caseId: id, linkedAt: instant })
export type CaseLink = z.infer<typeof caseLinkResponse>

/** One of one's own associations. */
const ownCaseLink = z.strictObject({
  id,
  /** The case in which the person stands now, by what was fed last; null when no case names the person any more. */
  caseId: z.nullable(id),
  /** Further cases that name the person. */
  otherCaseIds: z.array(id),
  linkedAt: instant,
  /** Whether case data stay closed until `POST /case-links/{id}/confirmation`. */
  held: z.boolean(),
  /** As the case names the person; null while held, and where no case does. */
  person: z.nullable(z.strictObject({ firstName: z.string(), lastName: z.string() })),
})
export type OwnCaseLink = z.infer<typeof ownCaseLink>

/** `GET /case-links` */
export const caseLinksResponse = pageOf(ownCaseLink)
export type CaseLinks = z.infer<typeof caseLinksResponse>
