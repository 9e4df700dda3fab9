import { addDays, dayOfMonth } from './calendar.ts'
import { kindOfProgram, type Program } from './programs.ts'

/**
 * The last two digits of the client ID up to which SNAP comes on the 1st, the 2nd, and so on. In force since 2026-03-01.
 * Source: the schedule that the Department publishes.
 */
export const snapIssuance = {
  since: '2026-03-01',
  upTo: [12, 24, 37, 49, 62, 74, 87, 99],
} as const

/** Cash comes on the 1st of the month. */
const cashIssuanceDay = 1

/** Renewals open so many days before they are due. */
export const renewalOpensDays = 60

/** The day of the month on which SNAP comes, 1 to 8, by the client ID of whoever heads the household. */
export function snapIssuanceDay(clientId: string): number {
  const lastTwo = Number(clientId.slice(-2))
  return snapIssuance.upTo.findIndex((bound) => lastTwo <= bound) + 1
}

/** What of a benefit says when it comes next. */
interface IssuedBenefit {
  readonly program: Program
  readonly from: string
  readonly to: string | null
  /** Of whoever heads the household; null where it is not known. */
  readonly headClientId: string | null
}

/**
 * The next day, `today` among them, on which an active benefit comes; null for medical help, which is not paid out, for
 * what ends before, and where the client ID that decides is not known.
 */
export function nextIssuanceOn(
  { program, from, to, headClientId }: IssuedBenefit,
  today: string,
): string | null {
  const kind = kindOfProgram(program)
  if (kind === 'medical') return null
  if (kind === 'food' && headClientId === null) return null
  const dayNumber = kind === 'food' && headClientId !== null ? snapIssuanceDay(headClientId) : cashIssuanceDay
  const earliest = from > today ? from : today
  const thisMonth = dayOfMonth(earliest, dayNumber)
  const next = thisMonth >= earliest ? thisMonth : dayOfMonth(earliest, dayNumber, 1)
  return to !== null && next > to ? null : next
}

/** From which day on a renewal can be handed in. */
export function renewalOpensOn(dueOn: string): string {
  return addDays(dueOn, -renewalOpensDays)
}
