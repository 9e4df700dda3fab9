import * as z from 'zod/mini'
import { draftChange } from '../changes/draft-change.ts'
import { readConfirmationNumber } from '../receipts/confirmation-number.ts'
import { instant, realDay } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf, pageQuery } from '../shared/page.ts'
import { rule } from '../shared/rule.ts'
import { reference } from './case-feed.ts'
import {
  reportChannels,
  reportKinds,
  reportMessage,
  reportResponse,
  reportStatuses,
} from './change-reports.ts'
import { documentResponse } from './documents.ts'
import { reportLimits } from './report-limits.ts'

/** Everything that was submitted; drafts are nobody's business. */
const submittedStatuses = reportStatuses.filter((status) => status !== 'draft')

/** What a person reads over the phone, however it is written down there; its check digit finds the slip of a digit. */
const heardConfirmationNumber = z.pipe(
  z.string().check(
    z.maxLength(40),
    rule((heard: string) =>
      readConfirmationNumber(heard) === null ? [{ code: 'confirmation_number.mistyped' }] : [],
    ),
  ),
  z.transform((heard: string) => readConfirmationNumber(heard) ?? heard),
)

/**
 * `GET /agency/change-reports`: of all cases, oldest first: whoever waits longest comes first. A confirmation number is
 * that of any receipt of a report.
 */
export const agencyReportsQuery = z.strictObject({
  ...pageQuery.shape,
  status: z.optional(z.enum(submittedStatuses)),
  confirmationNumber: z.optional(heardConfirmationNumber),
})
export type AgencyReportsQuery = z.infer<typeof agencyReportsQuery>

const agencyListedReport = z.strictObject({
  id,
  caseRef: z.string(),
  kind: z.enum(reportKinds),
  status: z.enum(submittedStatuses),
  channel: z.enum(reportChannels),
  submittedAt: instant,
  confirmationNumber: z.string(),
  /** Null where what was reported cannot be opened. */
  changeTypeIds: z.nullable(z.array(z.string())),
})
export type AgencyListedReport = z.infer<typeof agencyListedReport>
export const agencyReportsResponse = pageOf(agencyListedReport)
export type AgencyReports = z.infer<typeof agencyReportsResponse>

/** What workers see of a file beside what its owner sees. */
const agencyDocument = z.strictObject({
  ...documentResponse.shape,
  /** Whether a PDF holds scripts or other content that acts by itself. */
  active: z.boolean(),
})

/** `GET /agency/change-reports/{id}` */
export const agencyReportResponse = z.strictObject({
  ...reportResponse.shape,
  caseRef: z.string(),
  /** Who of the case reported it. */
  memberId: z.nullable(z.string()),
  documents: z.array(agencyDocument),
})
export type AgencyReport = z.infer<typeof agencyReportResponse>

/** `POST /agency/change-reports`: a change taken by phone, by mail or in person. */
export const enterReportRequest = z.strictObject({
  caseRef: reference,
  /** Who of the case reported it, and sees it in their timeline. */
  memberId: reference,
  channel: z.enum(reportChannels.filter((channel) => channel !== 'online')),
  /** The day on which it reached the agency; today when left out. */
  receivedOn: z.optional(realDay),
  changes: z.array(draftChange).check(z.minLength(1), z.maxLength(reportLimits.changes)),
  message: z.optional(reportMessage),
})
export type EnterReportRequest = z.infer<typeof enterReportRequest>

/** What the agency may make of a report. */
export const transitionTargets = ['in_review', 'needs_information', 'processed', 'declined'] as const
export type TransitionTarget = (typeof transitionTargets)[number]

/** `POST /agency/change-reports/{id}/transitions`; a message is needed where somebody has to know why. */
export const transitionRequest = z.strictObject({
  to: z.enum(transitionTargets),
  message: z.optional(reportMessage),
})
export type TransitionRequest = z.infer<typeof transitionRequest>

/** Its reply. */
export const transitionResponse = z.strictObject({ id, status: z.enum(submittedStatuses), at: instant })
export type TransitionResponse = z.infer<typeof transitionResponse>
