import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Receipt, Verification } from '@connect/contract/rooms/receipts'
import type { ReceiptSigning } from './receipt-signing.ts'

/** What a receipt proves to a stranger: no names, no answers, nothing that says whose it is. */
export type NamelessFacts = NonNullable<Verification['facts']>

/** Changes with what is in them; the first part of every code. */
const version = '1'

const codeForm = /^(1\.([\w-]{16})\.([\w-]+))\.([\w-]{86})$/

/** Facts are told in positions, since each character makes the fields of a QR code smaller. */
type Packed = readonly [
  confirmationNumber: string,
  submittedAt: string,
  receivedOn: string,
  changes: readonly (readonly [typeId: string, dueOn: string, inTime: 0 | 1])[],
  documents: readonly string[],
]

/** The facts without names, signed with them what follows; safe in the fragment of an address. */
export function packFacts(
  { confirmationNumber, submittedAt, receivedOn, changes, documents }: Omit<Receipt, 'signature'>,
  keyId: string,
): string {
  const packed: Packed = [
    confirmationNumber,
    submittedAt,
    receivedOn,
    changes.map(({ typeId, dueOn, inTime }) => [typeId, dueOn, inTime ? 1 : 0]),
    documents.map(({ sha256 }) => Buffer.from(sha256, 'hex').toString('base64url')),
  ]
  return [version, keyId, deflateRawSync(JSON.stringify(packed)).toString('base64url')].join('.')
}

/** Reads what `packFacts` made. Only for what was signed: nothing of it is judged. */
export function unpackFacts(packed: string): NamelessFacts {
  const bytes = inflateRawSync(Buffer.from(packed.split('.')[2] ?? '', 'base64url'))
  const [confirmationNumber, submittedAt, receivedOn, changes, documents] = JSON.parse(
    bytes.toString('utf8'),
  ) as Packed
  return {
    confirmationNumber,
    submittedAt,
    receivedOn,
    changes: changes.map(([typeId, dueOn, inTime]) => ({ typeId, dueOn, inTime: inTime === 1 })),
    documents: documents.map((hash) => ({ sha256: Buffer.from(hash, 'base64url').toString('hex') })),
  }
}

/** What the QR code of a receipt carries: its facts without names, and a signature of their own. */
export function receiptCode(receipt: Receipt, signing: ReceiptSigning): string {
  const packed = packFacts(receipt, signing.keyId)
  return `${packed}.${signing.sign(Buffer.from(packed)).value}`
}

/** The parts of a code; null when it is none. */
export function readCode(code: string) {
  const [, packed, keyId, , value] = codeForm.exec(code) ?? []
  return packed === undefined || keyId === undefined || value === undefined ? null : { packed, keyId, value }
}
