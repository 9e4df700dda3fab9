import * as z from 'zod/mini'
import { program, programKind, programStatus } from '../benefits/programs.ts'
import { calendarDay, instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { money } from '../shared/money.ts'
import { pageOf } from '../shared/page.ts'
import { noticeMediaTypes } from './case-feed.ts'

export const casePath = z.strictObject({ id })
export const caseNoticePath = z.strictObject({ id, noticeId: id })

const caseMember = z.strictObject({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  /** Whether this is whoever is signed in. */
  you: z.boolean(),
})
export type CaseMember = z.infer<typeof caseMember>

const caseProgram = z.strictObject({
  program,
  kind: programKind,
  status: programStatus,
  coveredMemberIds: z.array(z.string()),
  monthlyAmount: z.nullable(money),
  from: calendarDay,
  to: z.nullable(calendarDay),
  /** The next day on which it comes, today among them; null where none does or it cannot be told. */
  nextIssuanceOn: z.nullable(calendarDay),
})
export type CaseProgram = z.infer<typeof caseProgram>

/** What must be handed in, and until when. */
const caseDeadline = z.strictObject({
  program,
  kind: z.enum(['renewal', 'periodic_report']),
  dueOn: calendarDay,
  /** From when on it can be handed in; null where there is no such day. */
  opensOn: z.nullable(calendarDay),
  /** Until the end of the due day: 0 is today, less is late. */
  daysLeft: z.number(),
})
export type CaseDeadline = z.infer<typeof caseDeadline>

/** `GET /cases/{id}` */
export const caseResponse = z.strictObject({
  id,
  asOf: instant,
  /** The day in Connecticut by which days are counted here. */
  today: calendarDay,
  /** One's own, where the case names it: digits alone. */
  clientId: z.nullable(z.string()),
  members: z.array(caseMember),
  programs: z.array(caseProgram),
  /** Soonest first; of active programs only. */
  nextIssuances: z.array(z.strictObject({ program, on: calendarDay, amount: z.nullable(money) })),
  /** Soonest first. */
  deadlines: z.array(caseDeadline),
  /** Id of `GET /offices`. */
  office: z.nullable(z.string()),
})
export type Case = z.infer<typeof caseResponse>

/** `GET /cases/{id}/payments`: newest first. */
const casePayment = z.strictObject({
  id: z.string(),
  program,
  kind: programKind,
  paidOn: calendarDay,
  amount: money,
})
export type CasePayment = z.infer<typeof casePayment>
export const casePaymentsResponse = pageOf(casePayment)
export type CasePayments = z.infer<typeof casePaymentsResponse>

const caseNotice = z.strictObject({
  id,
  /** Spanish where the agency gave it. */
  title: z.strictObject({ en: z.string(), es: z.nullable(z.string()) }),
  issuedOn: calendarDay,
  mediaType: z.enum(noticeMediaTypes),
  bytes: z.number(),
  asksForDocuments: z.boolean(),
  /** When whoever is signed in opened it first. */
  readAt: z.nullable(instant),
})
export type CaseNotice = z.infer<typeof caseNotice>

/** `GET /cases/{id}/notices`: newest first; `unread` counts all there are. */
export const caseNoticesResponse = z.strictObject({ ...pageOf(caseNotice).shape, unread: z.number() })
export type CaseNotices = z.infer<typeof caseNoticesResponse>
