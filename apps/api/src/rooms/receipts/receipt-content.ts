import type { Receipt, ReceiptFacts } from '@connect/contract/rooms/receipts'
import canonicalize from 'canonicalize'
import type { RecordCipher } from '../../kernel/record-cipher.ts'

/** What is signed of a receipt: its facts in their one form (RFC 8785), as UTF-8. Throws for what JSON has no form for. */
export function signedBytes(facts: ReceiptFacts | Readonly<Record<string, unknown>>): Buffer {
  const text = canonicalize(facts)
  if (text === undefined) throw new TypeError('A receipt is an object')
  return Buffer.from(text, 'utf8')
}

interface StoredReceipt {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly content: Uint8Array
}

/** A receipt, opened as it was issued. Throws `SealBrokenError`. */
export function openReceipt(row: StoredReceipt, cipher: RecordCipher): Receipt {
  return JSON.parse(cipher.open('receipt', row.id, row).openText('content', row.content)) as Receipt
}
