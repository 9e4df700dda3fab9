import * as z from 'zod/mini'
import { changeDetails } from '../changes/draft-change.ts'
import { locale } from '../shared/text.ts'
import { calendarDay, instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'
import { pageOf } from '../shared/page.ts'
import { documentMediaTypes } from './documents.ts'
import { reportChannels } from './change-reports.ts'

/** What a receipt is for: a report of changes, proofs without any, or what was added to either. */
export const receiptKinds = ['changes', 'documents', 'addition'] as const

/** One of the changes that were reported, and whether that was in time (until midnight in Connecticut). */
const receiptChange = z.strictObject({
  typeId: z.string(),
  changedOn: calendarDay,
  dueOn: calendarDay,
  inTime: z.boolean(),
  details: changeDetails,
  documentsLater: z.array(z.string()),
})

const receiptDocument = z.strictObject({
  id,
  kind: z.string(),
  fileName: z.string(),
  mediaType: z.enum(documentMediaTypes),
  bytes: z.number(),
  /** Null for what is no PDF or was not looked at yet. */
  pages: z.nullable(z.number()),
  /** Of the bytes received, in lower-case hexadecimal. */
  sha256: z.string(),
})

/** What a receipt says; this is what is signed, in the one form of RFC 8785. */
export const receiptFacts = {
  id,
  kind: z.enum(receiptKinds),
  /** Twelve digits in groups of four; the last one is a check digit. */
  confirmationNumber: z.string(),
  submittedAt: instant,
  /** The day in Connecticut on which it reached the agency: of what the agency entered, not that of `submittedAt`. */
  receivedOn: calendarDay,
  channel: z.enum(reportChannels),
  reportId: id,
  caseId: id,
  /** The earliest due date of its changes. */
  dueOn: z.nullable(calendarDay),
  /** The confirmation number of the report that this one corrects. */
  corrects: z.nullable(z.string()),
  signedName: z.nullable(z.string()),
  statementVersion: z.nullable(z.string()),
  locale,
  changes: z.array(receiptChange),
  documents: z.array(receiptDocument),
  message: z.nullable(z.string()),
} as const

const receiptSignature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  keyId: z.string(),
  /** Base64url without padding. */
  value: z.string(),
})

/** A receipt: of `POST …/submission`, `POST …/additions`, `POST /document-submissions`, and `GET …/receipt`. */
export const receiptResponse = z.strictObject({ ...receiptFacts, signature: receiptSignature })
export type Receipt = z.infer<typeof receiptResponse>
export type ReceiptFacts = Omit<Receipt, 'signature'>

/** `GET /receipts`: mine, newest first. */
const listedReceipt = z.strictObject({
  id,
  kind: z.enum(receiptKinds),
  confirmationNumber: z.string(),
  submittedAt: instant,
  reportId: id,
  caseId: id,
})
export type ListedReceipt = z.infer<typeof listedReceipt>
export const receiptsResponse = pageOf(listedReceipt)
export type Receipts = z.infer<typeof receiptsResponse>

export const receiptPath = z.strictObject({ id })

/** `GET /receipts/keys` */
export const receiptKeysResponse = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      algorithm: z.literal('Ed25519'),
      /** The 32 bytes of RFC 8032, base64url without padding. */
      publicKey: z.string(),
      createdAt: instant,
    }),
  ),
})

export type ReceiptKeys = z.infer<typeof receiptKeysResponse>

/** `POST /receipts/verification`: a receipt, or what its QR code holds behind the `#`. */
export const verificationRequest = z.union([z.strictObject({ code: z.string() }), receiptResponse])

/** What is looked at: a receipt as it was given, or what its QR code says. */
export const verificationResults = ['genuine', 'changed', 'unknown_key', 'not_a_receipt'] as const
export type VerificationResult = (typeof verificationResults)[number]

/** `POST /receipts/verification`: names nobody, whatever stood in the receipt. */
export const verificationResponse = z.strictObject({
  result: z.enum(verificationResults),
  genuine: z.boolean(),
  /** What was signed; null unless genuine. */
  facts: z.nullable(
    z.strictObject({
      confirmationNumber: z.string(),
      submittedAt: instant,
      receivedOn: calendarDay,
      changes: z.array(z.strictObject({ typeId: z.string(), dueOn: calendarDay, inTime: z.boolean() })),
      documents: z.array(z.strictObject({ sha256: z.string() })),
    }),
  ),
})
export type Verification = z.infer<typeof verificationResponse>
