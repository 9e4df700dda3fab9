import type { LocalizedText } from '@connect/contract/shared/text'
import type { FedCase, FedMember, FedNotice, FedPayment, FedProgram } from '@connect/contract/rooms/case-feed'
import { addDays, dayOfMonth } from '@connect/contract/benefits/calendar'
import { snapIssuanceDay } from '@connect/contract/benefits/issuance'
import { kindOfProgram, type Program } from '@connect/contract/benefits/programs'

/** A made-up household as the feed takes it, with what a visitor of a demonstration wants to know of it. */
export interface Household {
  /** Names it for programs and in references. */
  readonly key: string
  readonly about: LocalizedText
  readonly case: FedCase
  readonly letters: readonly Letter[]
}

export interface Letter {
  readonly noticeRef: string
  readonly notice: Omit<FedNotice, 'mediaType' | 'contentBase64'>
  /** Paragraphs; as a document where `format` says so. */
  readonly paragraphs: readonly string[]
  readonly locale: 'en' | 'es'
  readonly format: 'text' | 'pdf'
}

/** The family name of everybody who is made up for a demonstration: nobody takes them for real. */
export const demoFamilyName = 'Demo'

/** Somebody of a demonstration, with client ID and SSN digits, who may associate. */
export function anAdult(memberId: string, firstName: string, triple: Triple): FedMember {
  return { memberId, firstName, lastName: demoFamilyName, mayAssociate: true, ...triple }
}

interface Triple {
  readonly clientId: string
  readonly birthYear: number
  /** Absent for whoever has none: only a one-time code lets them associate. */
  readonly ssnLast4?: string
}

export function aChild(memberId: string, firstName: string, birthYear: number): FedMember {
  return { memberId, firstName, lastName: demoFamilyName, birthYear, mayAssociate: false }
}

export const dollars = (amount: number) => ({ amount: Math.round(amount * 100), currency: 'USD' as const })

/** A benefit for these members, headed by the first of them. */
export function aBenefit(
  program: Program,
  memberIds: readonly string[],
  rest: Omit<FedProgram, 'program' | 'coveredMemberIds' | 'headMemberId'>,
): FedProgram {
  const [headMemberId] = memberIds
  return { program, coveredMemberIds: [...memberIds], ...(headMemberId && { headMemberId }), ...rest }
}

interface MonthlyPayments {
  readonly program: Program
  readonly dollars: number
  /** Of whoever heads the household. */
  readonly clientId: string
  /** How many, and how many months ago the last of them was: 0 is this month. */
  readonly months: number
  readonly monthsAgo?: number
}

/** What came each month, on the day of the schedule; of this month only what has come by `today`. */
export function monthlyPayments(
  today: string,
  { program, dollars: amount, clientId, months, monthsAgo = 0 }: MonthlyPayments,
): FedPayment[] {
  const dayNumber = kindOfProgram(program) === 'food' ? snapIssuanceDay(clientId) : 1
  return Array.from({ length: months }, (_, index) => dayOfMonth(today, dayNumber, -monthsAgo - index))
    .filter((paidOn) => paidOn <= today)
    .map((paidOn) => ({
      paymentRef: `${program}-${paidOn}`,
      program,
      paidOn,
      amount: dollars(amount),
    }))
}

/** The first day of a month so many months before. */
export function monthsBefore(today: string, months: number): string {
  return dayOfMonth(today, 1, -months)
}

/** The last day of a month so many months later. */
export function endOfMonth(today: string, monthsLater: number): string {
  return addDays(dayOfMonth(today, 1, monthsLater + 1), -1)
}
