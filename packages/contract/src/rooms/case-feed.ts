import * as z from 'zod/mini'
import { isRealDay } from '../benefits/calendar.ts'
import { program, programStatus } from '../benefits/programs.ts'
import { birthYear, clientIdAsStored, ssnLast4 } from '../credentials/client-id.ts'
import { instant, realDay } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { money } from '../shared/money.ts'
import { personName } from '../shared/person.ts'
import { crossFieldRule, rule, type RuleIssue } from '../shared/rule.ts'
import { checkCaseTogether, checkProgramDays } from './case-feed-together.ts'

/** Largest case, notice, or line of an import, in bytes (docs/api.md). */
export const feedBytes = 2 * 1024 * 1024

/** How many of each a case may hold. */
const most = { members: 50, programs: 50, payments: 2000 } as const

export const reference = z.string().check(
  z.regex(/^[\w.~-]{1,64}$/),
  rule((value: string) => (/^\d{9}$/.test(value) ? [{ code: 'reference.personal' as const }] : [])),
)

/** The system of record's own opaque reference, never a personal identifier: it stands in addresses and logs. */
const caseRef = reference
export const casePath = z.strictObject({ caseRef })
export const noticePath = z.strictObject({ caseRef, noticeRef: reference })

const fedMember = z.strictObject({
  memberId: reference,
  clientId: z.optional(clientIdAsStored),
  firstName: personName,
  lastName: personName,
  birthYear,
  /** Absent for whoever has no Social Security number or does not give it: a one-time code is the other way in. */
  ssnLast4: z.optional(ssnLast4),
  mayAssociate: z.boolean(),
})
export type FedMember = z.infer<typeof fedMember>

const fedProgram = z
  .strictObject({
    program,
    status: programStatus,
    coveredMemberIds: z.array(reference).check(z.maxLength(most.members)),
    headMemberId: z.optional(reference),
    monthlyAmount: z.optional(money),
    from: realDay,
    to: z.optional(realDay),
    renewalDueOn: z.optional(realDay),
    periodicReportDueOn: z.optional(realDay),
  })
  .check(crossFieldRule((days) => checkProgramDays(days)))
export type FedProgram = z.infer<typeof fedProgram>

const fedPayment = z.strictObject({ paymentRef: reference, program, paidOn: realDay, amount: money })
export type FedPayment = z.infer<typeof fedPayment>

/** How far the clock of a system of record may be ahead, in milliseconds. */
const clockAhead = 5 * 60_000

/** An instant that there is and that is over: a later one would hold back every state to come. */
export function checkAsOf(value: string, now = new Date()): RuleIssue[] {
  const time = isRealDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(time)) return [{ code: 'instant.not_in_calendar' }]
  return time > now.getTime() + clockAhead ? [{ code: 'instant.in_future' }] : []
}

const caseFields = {
  asOf: instant.check(rule((value: string) => checkAsOf(value))),
  members: z.array(fedMember).check(z.minLength(1), z.maxLength(most.members)),
  programs: z.optional(z.array(fedProgram).check(z.maxLength(most.programs))),
  payments: z.optional(z.array(fedPayment).check(z.maxLength(most.payments))),
  /** Id of `GET /offices`. */
  office: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/, 'id of an office'))),
  /** BCP 47 tag of the language that the household asked for. */
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), z.maxLength(35))),
}

/** `PUT /agency/cases/{caseRef}`: the whole case, in place of what was there. */
export const fedCase = z.strictObject(caseFields).check(crossFieldRule((value) => checkCaseTogether(value)))
export type FedCase = z.infer<typeof fedCase>

/** A line of `POST /agency/imports`. */
export const importLine = z
  .strictObject({ caseRef, ...caseFields })
  .check(crossFieldRule((value) => checkCaseTogether(value)))
export type ImportLine = z.infer<typeof importLine>

export const storedCaseResponse = z.strictObject({ caseId: id, caseRef: z.string(), asOf: instant })
export type StoredCase = z.infer<typeof storedCaseResponse>

/** What a letter may be. */
export const noticeMediaTypes = ['application/pdf', 'text/plain'] as const

/** Text of one line that is seen as it was sent: nothing that steers how it is shown, and more than spaces. */
const noticeTitle = z.string().check(z.maxLength(200), rule(checkLine))

function checkLine(value: string): RuleIssue[] {
  if (value.trim() === '') return [{ code: 'text.too_small', params: { min: 1 } }]
  return /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u.test(value) ? [{ code: 'text.steering' }] : []
}

/** `PUT /agency/cases/{caseRef}/notices/{noticeRef}`: a letter; text in UTF-8. */
export const fedNotice = z.strictObject({
  title: z.strictObject({ en: noticeTitle, es: z.optional(noticeTitle) }),
  issuedOn: realDay,
  mediaType: z.enum(noticeMediaTypes),
  contentBase64: z.string().check(
    z.minLength(1),
    rule((value: string) =>
      /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)
        ? []
        : [{ code: 'content.encoding' as const }],
    ),
  ),
  /** Whether the letter asks for proofs. */
  asksForDocuments: z.optional(z.boolean()),
})
export type FedNotice = z.infer<typeof fedNotice>

export const storedNoticeResponse = z.strictObject({
  noticeId: id,
  noticeRef: z.string(),
  caseRef: z.string(),
})
export type StoredNotice = z.infer<typeof storedNoticeResponse>

/**
 * One line of the answer to `POST /agency/imports`, for each line that was sent, in its order. Lines count from 1;
 * `errors` as in a problem document, `code` as its `code`.
 */
export const importLineResult = z.strictObject({
  line: z.number(),
  caseRef: z.nullable(z.string()),
  outcome: z.enum(['created', 'replaced', 'refused']),
  code: z.optional(z.string()),
  errors: z.optional(
    z.array(
      z.strictObject({
        pointer: z.string(),
        code: z.string(),
        params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
      }),
    ),
  ),
})
export type ImportLineResult = z.infer<typeof importLineResult>

/** `POST /agency/cases/{caseRef}/association-codes` */
export const associationCodeRequest = z.strictObject({ memberId: reference })

/** How long a one-time code is good, in days. */
export const associationCodeDays = 30

/** `code` is shown once: the replay of this answer stands without it. */
export const associationCodeResponse = z.strictObject({
  memberId: z.string(),
  code: z.optional(z.string()),
  expiresAt: instant,
})
export type AssociationCode = z.infer<typeof associationCodeResponse>
