import type { Receipt } from '@connect/contract/rooms/receipts'
import { packFacts } from './receipt-code.ts'
import type { ReceiptSigning } from './receipt-signing.ts'

/** A comment to readers of PDF, which stands behind the end of the document. */
const mark = '\n%connect-receipt '

const lineForm = /\n%connect-receipt (1\.([\w-]{16})\.[\w-]+)\.([\w-]{86})\n$/

/** More than the longest line that was ever written, in bytes. */
const longestLine = 16_384

/**
 * Puts a last line behind a document: its facts without names, and a signature over every byte before the signature
 * itself. Readers of PDF pass over it.
 */
export function sealDocument(document: Buffer, receipt: Receipt, signing: ReceiptSigning): Buffer {
  const line = `${document.at(-1) === 0x0a ? mark.slice(1) : mark}${packFacts(receipt, signing.keyId)}.`
  const signed = Buffer.concat([document, Buffer.from(line)])
  return Buffer.concat([signed, Buffer.from(`${signing.sign(signed).value}\n`)])
}

/** The last line of a document and what it signs; null when there is none, `damaged` when only parts of it are there. */
export function readSeal(document: Buffer) {
  const end = document.subarray(-longestLine).toString('latin1')
  const [line, packed, keyId, value] = lineForm.exec(end) ?? []
  if (line === undefined || packed === undefined || keyId === undefined || value === undefined)
    return document.includes(mark) ? 'damaged' : null
  return { packed, keyId, value, signed: document.subarray(0, document.length - value.length - 1) }
}
