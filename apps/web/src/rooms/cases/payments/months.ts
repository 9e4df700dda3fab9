import { dayOfMonth } from '@connect/contract/benefits/calendar'
import type { ProgramKind } from '@connect/contract/benefits/programs'
import type { CasePayment } from '@connect/contract/rooms/cases'

/** What was paid in a month, in cents. */
export interface MonthOfPayments {
  /** `YYYY-MM` */
  readonly month: string
  readonly byKind: Readonly<Partial<Record<ProgramKind, number>>>
  readonly total: number
}

/**
 * The last months, that of `today` among them, oldest first, each with what was paid in it. `payments` are the newest
 * ones; where there are more of them (`isWhole` false), a month is left out that may lack some.
 */
export function paymentsByMonth(
  payments: readonly CasePayment[],
  today: string,
  { months, isWhole }: { readonly months: number; readonly isWhole: boolean },
): readonly MonthOfPayments[] {
  const shown = Array.from({ length: months }, (_, index) =>
    monthOf(dayOfMonth(today, 1, index - months + 1)),
  )
  const cut = isWhole ? '' : monthOf(payments.at(-1)?.paidOn ?? '')
  return shown.filter((month) => month > cut).map((month) => sumOf(month, payments))
}

function sumOf(month: string, payments: readonly CasePayment[]): MonthOfPayments {
  const byKind: Partial<Record<ProgramKind, number>> = {}
  let total = 0
  for (const { kind, paidOn, amount } of payments) {
    if (monthOf(paidOn) !== month) continue
    byKind[kind] = (byKind[kind] ?? 0) + amount.amount
    total += amount.amount
  }
  return { month, byKind, total }
}

function monthOf(day: string): string {
  return day.slice(0, 7)
}
