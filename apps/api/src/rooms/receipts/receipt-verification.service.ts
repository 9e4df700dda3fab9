import { verificationResponse, type Verification } from '@connect/contract/rooms/receipts'
import * as z from 'zod/mini'
import { readCode, unpackFacts, type NamelessFacts } from './receipt-code.ts'
import { signedBytes } from './receipt-content.ts'
import type { ReceiptKeyRow } from './receipt-keys.store.ts'
import { readSeal } from './receipt-seal.ts'
import { isSigned } from './receipt-signing.ts'

/** What a signature is said to cover, and what that says once it turns out to be so. */
interface Claim {
  readonly keyId: string
  readonly value: string
  readonly signed: Uint8Array
  readonly facts: () => NamelessFacts
}

/** Looked at and found to be none, or one that was tampered with. */
type Judged = Claim | 'changed' | 'not_a_receipt'

/** Receipts that were given before a fact came to them lack it, and are genuine all the same. */
const signedReceipt = z.looseObject({
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), keyId: z.string(), value: z.string() }),
})

const namelessFacts = z.object({
  confirmationNumber: z.string(),
  submittedAt: z.string(),
  receivedOn: z.string(),
  changes: z.array(z.object({ typeId: z.string(), dueOn: z.string(), inTime: z.boolean() })),
  documents: z.array(z.object({ sha256: z.string() })),
})

/** Tells whether what somebody shows is a receipt of ours as it was given. It asks for nothing but public keys. */
export function createReceiptVerificationService({
  findKey,
}: {
  readonly findKey: (id: string) => Promise<ReceiptKeyRow | null>
}) {
  return {
    /** Judges a PDF, byte for byte. */
    ofDocument: (document: Buffer): Promise<Verification> => judge(claimOfDocument(document)),

    /** Judges the JSON of a receipt, however it is spaced and ordered, or `{code}` as a QR code holds it. */
    ofJson: (body: Buffer): Promise<Verification> => judge(claimOfJson(body)),
  }

  async function judge(claim: Judged): Promise<Verification> {
    if (typeof claim === 'string') return answer(claim)
    const key = await findKey(claim.keyId)
    if (key === null) return answer('unknown_key')
    if (!isSigned(claim.signed, claim.value, key.publicKey)) return answer('changed')
    return answer('genuine', claim.facts())
  }
}

export type ReceiptVerificationService = ReturnType<typeof createReceiptVerificationService>

function answer(result: Verification['result'], facts: NamelessFacts | null = null): Verification {
  return z.parse(verificationResponse, { result, genuine: result === 'genuine', facts })
}

function claimOfDocument(document: Buffer): Judged {
  const seal = readSeal(document)
  if (seal === 'damaged') return 'changed'
  return seal === null ? 'not_a_receipt' : { ...seal, facts: () => unpackFacts(seal.packed) }
}

function claimOfJson(body: Buffer): Judged {
  const text = textOf(body)
  const value = parsed(text)
  const { data: asked } = z.strictObject({ code: z.string() }).safeParse(value)
  if (asked !== undefined) return claimOfCode(asked.code)
  const { data: receipt } = signedReceipt.safeParse(value)
  if (receipt === undefined) return 'not_a_receipt'
  if (!hasOneMeaning(text, value)) return 'changed'
  const { signature } = receipt
  // Every member as it came: a parsed copy lacks one that is named `__proto__`.
  const facts = Object.fromEntries(
    Object.entries(value as object).filter(([name]) => name !== 'signature'),
  ) as Readonly<Record<string, unknown>>
  const signed = bytesOf(facts)
  if (signed === null) return 'not_a_receipt'
  return { ...signature, signed, facts: () => z.parse(namelessFacts, facts) }
}

function claimOfCode(code: string): Judged {
  const read = readCode(code)
  if (read === null) return 'not_a_receipt'
  return { ...read, signed: Buffer.from(read.packed), facts: () => unpackFacts(read.packed) }
}

/** Empty for what is no UTF-8: then it is no JSON either. */
function textOf(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return ''
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Null for text that has no UTF-8 form: nothing of ours holds such. */
function bytesOf(facts: Readonly<Record<string, unknown>>): Uint8Array | null {
  try {
    return signedBytes(facts)
  } catch {
    return null
  }
}

const stringsAndSpaces = /"(?:[^"\\]|\\.)*"|\s+/g

/**
 * Whether people read the same in it as programs: of a name that stands in it twice, programs take the last one and
 * people may see the first (RFC 8785 forbids such). What is nested too deep to be written again is nothing of ours.
 */
function hasOneMeaning(text: string, value: unknown): boolean {
  try {
    const compact = text.replace(stringsAndSpaces, (part) =>
      part.startsWith('"') ? JSON.stringify(JSON.parse(part)) : '',
    )
    return compact === JSON.stringify(value)
  } catch {
    return false
  }
}
