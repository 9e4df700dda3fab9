import { kindOfProgram } from '@connect/contract/benefits/programs'
import type { FedPayment } from '@connect/contract/rooms/case-feed'
import type { CasePayment, CasePayments } from '@connect/contract/rooms/cases'
import { calendarDay } from '@connect/contract/shared/dates'
import { defaultPageSize, type PageQuery } from '@connect/contract/shared/page'
import { unknownCursor } from '../../kernel/paging.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { StatementPool } from '../../kernel/unit-of-work.ts'
import { readable } from './case-access.ts'
import { findCasePayments } from './case-payments.store.ts'
import { openPayments } from './case-summary.ts'

export interface CasePaymentsDependencies {
  readonly pool: StatementPool
  readonly cipher: RecordCipher
}

/** What was paid out to a case. */
export function createCasePaymentsService({ pool, cipher }: CasePaymentsDependencies) {
  return {
    /** Payments of a case of one's own, newest first. Throws `resource.not_found`, `case.held`, and 422 for a cursor. */
    async list(
      accountId: string,
      caseId: string,
      { limit = defaultPageSize, cursor }: PageQuery,
    ): Promise<CasePayments> {
      const after = cursor === undefined ? null : placeOf(cursor)
      const row = readable(await findCasePayments(pool, { accountId, caseId }))
      const payments = openPayments(cipher, row)
      const rest = after === null ? payments : payments.filter((payment) => isAfter(payment, after))
      const page = rest.slice(0, limit)
      const last = page.at(-1)
      return {
        items: page.map(paymentOf),
        nextCursor: rest.length > limit && last !== undefined ? cursorOf(last) : null,
      }
    },
  }
}

type Place = Pick<FedPayment, 'paidOn' | 'paymentRef'>

/** Day and reference of the last payment of a page: it stays where it is when the case is fed anew meanwhile. */
function cursorOf({ paidOn, paymentRef }: Place): string {
  return Buffer.from(`${paidOn} ${paymentRef}`).toString('base64url')
}

function placeOf(cursor: string): Place {
  const [paidOn = '', paymentRef = '', ...more] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (!calendarDay.safeParse(paidOn).success || paymentRef === '' || more.length > 0) throw unknownCursor()
  return { paidOn, paymentRef }
}

/** Newest first, and of one day by reference, downwards: the order in which payments are stored. */
function isAfter({ paidOn, paymentRef }: Place, place: Place): boolean {
  return paidOn === place.paidOn ? paymentRef < place.paymentRef : paidOn < place.paidOn
}

function paymentOf({ paymentRef, program, paidOn, amount }: FedPayment): CasePayment {
  return { id: paymentRef, program, kind: kindOfProgram(program), paidOn, amount }
}

export type CasePaymentsService = ReturnType<typeof createCasePaymentsService>
