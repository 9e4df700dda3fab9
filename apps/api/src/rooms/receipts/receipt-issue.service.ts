import { randomInt } from 'node:crypto'
import type { Receipt, ReceiptFacts } from '@connect/contract/rooms/receipts'
import { confirmationDigits, confirmationNumber } from '@connect/contract/receipts/confirmation-number'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import { openReceipt, signedBytes } from './receipt-content.ts'
import { findReceiptOfEvent, insertReceipt } from './receipt-issue.store.ts'
import type { ReceiptSigning } from './receipt-signing.ts'

/** What a receipt is to say; it gets its id and its confirmation number itself. */
export type FactsToSign = Omit<ReceiptFacts, 'id' | 'confirmationNumber'>

interface ReceiptToIssue {
  /** Null for what the agency entered. */
  readonly accountId: string | null
  /** The submission or addition that it proves; it has one receipt for ever. */
  readonly eventId: string
  readonly facts: FactsToSign
}

/** Of a hundred billion numbers two are the same now and then; a third time in a row means that something is broken. */
const attempts = 3

/** Gives receipts, in the transaction of what they prove. */
export function createReceiptIssuing({
  cipher,
  signing,
}: {
  readonly cipher: RecordCipher
  readonly signing: ReceiptSigning
}) {
  return {
    /** A signed receipt, stored beside what it proves. Fails with the transaction when the event has one already. */
    async issue(tx: Transaction, { accountId, eventId, facts }: ReceiptToIssue): Promise<Receipt> {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const receipt = signed({ id: timeOrderedId(), confirmationNumber: randomNumber(), ...facts })
        const { id, confirmationNumber } = receipt
        const seal = cipher.create('receipt', id)
        const { dataKey, dataKeyVersion } = seal
        const content = seal.seal('content', JSON.stringify(receipt))
        const row = { id, confirmationNumber, eventId, accountId, dataKey, dataKeyVersion, content }
        if (await insertReceipt(tx, row)) return receipt
      }
      throw new Error('No free confirmation number was found')
    },

    /** The receipt that an event was given, as it was given; null when it has none. */
    async find(tx: Transaction, eventId: string): Promise<Receipt | null> {
      const row = await findReceiptOfEvent(tx, eventId)
      return row && openReceipt(row, cipher)
    },
  }

  function signed(facts: ReceiptFacts): Receipt {
    return { ...facts, signature: { algorithm: 'Ed25519', ...signing.sign(signedBytes(facts)) } }
  }
}

export type ReceiptIssuing = ReturnType<typeof createReceiptIssuing>

function randomNumber(): string {
  return confirmationNumber(String(randomInt(10 ** confirmationDigits)).padStart(confirmationDigits, '0'))
}
