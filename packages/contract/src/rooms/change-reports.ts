import * as z from 'zod/mini'
import { changeDetails, draftChange } from '../changes/draft-change.ts'
import { calendarDay, instant } from '../shared/dates.ts'
import { checkText, tidyText } from '../shared/free-text.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { personName } from '../shared/person.ts'
import { rule } from '../shared/rule.ts'
import { documentLimits, documentResponse } from './documents.ts'
import { reportLimits } from './report-limits.ts'

/** How a report reached the agency. */
export const reportChannels = ['online', 'phone', 'mail', 'in_person'] as const
export type ReportChannel = (typeof reportChannels)[number]

/** `documents` are proofs that a letter asked for, without any change. */
export const reportKinds = ['changes', 'documents'] as const
export type ReportKind = (typeof reportKinds)[number]

export const reportStatuses = [
  'draft',
  'received',
  'in_review',
  'needs_information',
  'processed',
  'declined',
  'withdrawn',
] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** What stands in a timeline: statuses that were reached, and what was added. */
export const timelineKinds = [
  'received',
  'added',
  'in_review',
  'needs_information',
  'processed',
  'declined',
  'withdrawn',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

export const reportPath = z.strictObject({ id })

/** What somebody writes to the agency or the agency to them: lines of text, tidied, nothing that is not seen. */
export const reportMessage = z.string().check(
  z.overwrite(tidyText),
  z.minLength(1),
  z.maxLength(reportLimits.message),
  rule((value: string) => checkText(value, Infinity, 'many')),
)

const documentIds = z.array(id).check(z.maxLength(documentLimits.each))

/** `POST /change-reports`: a draft, which begins with the changes of the report that it corrects. */
export const createReportRequest = z.strictObject({ caseId: id, correctsId: z.optional(id) })
export type CreateReportRequest = z.infer<typeof createReportRequest>

/** `PATCH /change-reports/{id}`: replaces the draft's list. */
export const saveReportRequest = z.strictObject({
  changes: z.array(draftChange).check(z.maxLength(reportLimits.changes)),
})
export type SaveReportRequest = z.infer<typeof saveReportRequest>

/** `POST /change-reports/{id}/submission` */
export const submitReportRequest = z.strictObject({ signedName: personName, statementVersion: z.string() })
export type SubmitReportRequest = z.infer<typeof submitReportRequest>

/** `POST /change-reports/{id}/additions` */
export const addToReportRequest = z.strictObject({ message: z.optional(reportMessage), documentIds })
export type AddToReportRequest = z.infer<typeof addToReportRequest>

/** `POST /document-submissions` */
export const submitDocumentsRequest = z.strictObject({
  caseId: id,
  noticeId: z.optional(id),
  message: z.optional(reportMessage),
  documentIds: documentIds.check(z.minLength(1)),
})
export type SubmitDocumentsRequest = z.infer<typeof submitDocumentsRequest>

/** `POST /change-reports/{id}/withdrawal`: there is nothing to say with it. */
export const withdrawReportRequest = z.strictObject({})

/** A change as it stands in a report. */
export const reportedChange = z.strictObject({
  typeId: z.string(),
  typeVersion: z.number(),
  /** Null in a draft that has none yet; so is what follows from it. */
  changedOn: z.nullable(calendarDay),
  dueOn: z.nullable(calendarDay),
  /** Until the end of the due day, as of today in a draft and as of the day of submission afterwards; less than 0 is late. */
  daysLeft: z.nullable(z.number()),
  details: changeDetails,
  /** Of a draft: what was typed and is no value yet, by the id of its question. */
  unfinished: z.record(z.string(), z.string()),
  documentIds: z.array(id),
  /** Kinds of documents that come later. */
  documentsLater: z.array(z.string()),
  /** Of a draft: questions that went since it was written, with their answers; left out where there are none. */
  goneQuestions: z.optional(z.array(z.string())),
})
export type ReportedChange = z.infer<typeof reportedChange>

const timelineEntry = z.strictObject({
  id,
  kind: z.enum(timelineKinds),
  at: instant,
  /** Of the agency, or of whoever added something. */
  message: z.nullable(z.string()),
  documentIds: z.array(id),
  /** Of the receipt that it gave. */
  receiptId: z.nullable(id),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

/** What every look at a report shows. */
const reportHead = {
  id,
  caseId: id,
  kind: z.enum(reportKinds),
  status: z.enum(reportStatuses),
  channel: z.enum(reportChannels),
  createdAt: instant,
  updatedAt: instant,
  /** Until when a draft is kept; null for what was submitted. */
  expiresAt: z.nullable(instant),
  /** Of what the agency entered: when it was written down. */
  submittedAt: z.nullable(instant),
  /** The day in Connecticut on which it reached the agency, from which everything is counted; null for a draft. */
  receivedOn: z.nullable(calendarDay),
  /** The earliest due date of its changes. */
  dueOn: z.nullable(calendarDay),
  /** Of the first receipt. */
  confirmationNumber: z.nullable(z.string()),
  /** The report that this one corrects. */
  correctsId: z.nullable(id),
  noticeId: z.nullable(id),
} as const

/** `GET /change-reports`: mine, newest first. */
const listedReport = z.strictObject({
  ...reportHead,
  /** Null where what was reported cannot be opened. */
  changeTypeIds: z.nullable(z.array(z.string())),
})
export type ListedReport = z.infer<typeof listedReport>
export const reportsResponse = pageOf(listedReport)
export type Reports = z.infer<typeof reportsResponse>

/** `GET /change-reports/{id}` */
export const reportResponse = z.strictObject({
  ...reportHead,
  changes: z.array(reportedChange),
  documents: z.array(documentResponse),
  /** Of a draft that was written under older forms: by position of the change, which questions came and went. */
  formNews: z.array(
    z.strictObject({ change: z.number(), added: z.array(z.string()), removed: z.array(z.string()) }),
  ),
  /** Reports that correct this one. */
  correctedByIds: z.array(id),
  signedName: z.nullable(z.string()),
  /** Oldest first. */
  timeline: z.array(timelineEntry),
  /** Whether it can still be withdrawn. */
  withdrawable: z.boolean(),
})
export type Report = z.infer<typeof reportResponse>
