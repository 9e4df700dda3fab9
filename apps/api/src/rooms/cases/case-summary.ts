import type { FedCase, FedPayment, FedProgram } from '@connect/contract/rooms/case-feed'
import type { RecordCipher } from '../../kernel/record-cipher.ts'

/** What is sealed of a case as its summary. Birth years and SSN digits are not kept: look-ups alone were made of them. */
export interface CaseSummary {
  readonly members: readonly {
    readonly memberId: string
    readonly clientId: string | null
    readonly firstName: string
    readonly lastName: string
  }[]
  readonly programs: readonly FedProgram[]
  readonly office: string | null
  readonly language: string | null
}

/** The columns of a case that say something of people. */
interface SealedCase {
  readonly dataKey: Uint8Array<ArrayBuffer>
  readonly dataKeyVersion: number
  readonly summary: Uint8Array<ArrayBuffer>
  readonly payments: Uint8Array<ArrayBuffer>
}

/** What of a stored case is needed to open a column of it. */
type Stored<Column extends 'summary' | 'payments'> = Readonly<Record<Column | 'dataKey', Uint8Array>> & {
  readonly id: string
  readonly dataKeyVersion: number
}

const table = 'benefit_case'

/** Seals what was fed for the row of that id, under a data key of its own. Payments come newest first. */
export function sealCase(cipher: RecordCipher, id: string, fed: FedCase): SealedCase {
  const seal = cipher.create(table, id)
  return {
    dataKey: seal.dataKey,
    dataKeyVersion: seal.dataKeyVersion,
    summary: seal.seal('summary', JSON.stringify(summaryOf(fed))),
    payments: seal.seal('payments', JSON.stringify((fed.payments ?? []).toSorted(newestFirst))),
  }
}

/** Opens the summary of a case. Throws `SealBrokenError` for one that was changed, or put into another row. */
export function openSummary(cipher: RecordCipher, stored: Stored<'summary'>): CaseSummary {
  return JSON.parse(cipher.open(table, stored.id, stored).openText('summary', stored.summary)) as CaseSummary
}

/** Opens the payments of a case, newest first; of one day by reference, downwards. Throws as `openSummary`. */
export function openPayments(cipher: RecordCipher, stored: Stored<'payments'>): FedPayment[] {
  return JSON.parse(
    cipher.open(table, stored.id, stored).openText('payments', stored.payments),
  ) as FedPayment[]
}

function summaryOf({ members, programs = [], office, language }: FedCase): CaseSummary {
  return {
    members: members.map(({ memberId, clientId, firstName, lastName }) => ({
      memberId,
      clientId: clientId ?? null,
      firstName,
      lastName,
    })),
    programs,
    office: office ?? null,
    language: language ?? null,
  }
}

function newestFirst(one: FedPayment, other: FedPayment): number {
  if (one.paidOn !== other.paidOn) return one.paidOn < other.paidOn ? 1 : -1
  return one.paymentRef < other.paymentRef ? 1 : -1
}
