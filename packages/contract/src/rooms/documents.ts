import * as z from 'zod/mini'
import { instant } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'

/** How much may be sent (docs/security.md, "Files"). */
export const documentLimits = {
  /** Of one file. */
  bytes: 10 * 1024 * 1024,
  /** With one submission or addition. */
  each: 20,
  /** Of a report, with all that was added to it. */
  ofReport: 100,
  /** Of an account, in 24 hours. */
  bytesInDay: 200 * 1024 * 1024,
  /** Of an account, in 24 hours, that were stored and then broke off or were refused. */
  bytesInVain: 1024 * 1024 * 1024,
  /** Of an account, that are not submitted. */
  bytesUnsubmitted: 500 * 1024 * 1024,
  /** Characters of a file's name that are kept. */
  fileName: 200,
} as const

/** What is taken as proof. */
export const documentMediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/heic'] as const
export type DocumentMediaType = (typeof documentMediaTypes)[number]

/** What names of each type end with, the usual one first. */
export const documentEndings: Readonly<Record<DocumentMediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/heic': ['heic', 'heif'],
}

/** From the first byte to what readers may open, or why they may not. */
export const documentStates = ['receiving', 'received', 'checking', 'ready', 'refused'] as const
export type DocumentState = (typeof documentStates)[number]

/** Why a file was refused after it had arrived. */
export const refusalReasons = [
  /** Its content is not what its name and type say, or is cut off. */
  'not_readable',
  /** A PDF that only opens with a password. */
  'needs_password',
  /** More pixels than can be opened safely. */
  'too_many_pixels',
  /** The scanner found something harmful. */
  'harmful',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** What is told of a file to whom it belongs. */
export const documentResponse = z.strictObject({
  id,
  /** An id of the documents that kinds of change name, `requested`, or `other`. */
  kind: z.string(),
  fileName: z.string(),
  mediaType: z.enum(documentMediaTypes),
  /** Of the bytes received, as is `sha256`, in lower-case hexadecimal. */
  bytes: z.number(),
  sha256: z.string(),
  state: z.enum(documentStates),
  /** Null unless refused. */
  reason: z.nullable(z.enum(refusalReasons)),
  /** Null unless a PDF that was looked at. */
  pages: z.nullable(z.number()),
  /** Whether a scanner looked at it. */
  scanned: z.boolean(),
  createdAt: instant,
  /** Of the report that it went with; null while it can be deleted. */
  reportId: z.nullable(id),
})
export type Document = z.infer<typeof documentResponse>

export const documentPath = z.strictObject({ id })
