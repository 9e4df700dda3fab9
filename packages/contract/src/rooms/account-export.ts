import * as z from 'zod/mini'
import { calendarDay, instant } from '../shared/dates.ts'
import { locale } from '../shared/text.ts'
import { activityItem, profileResponse } from './account-profile.ts'
import { reportResponse } from './change-reports.ts'
import { documentResponse } from './documents.ts'
import { receiptResponse } from './receipts.ts'

/** A client ID that the account holds; what a case says else is the agency's, and stays with it. */
const exportedCaseLink = z.strictObject({
  linkedAt: instant,
  confirmedAt: instant,
  /** Whether case data stay closed until the identifiers are given again. */
  held: z.boolean(),
  /** As the case names the person; null while held, and where no case does. */
  person: z.nullable(z.strictObject({ firstName: z.string(), lastName: z.string() })),
})
export type ExportedCaseLink = z.infer<typeof exportedCaseLink>

/** A letter of the agency that was opened with the account. */
const exportedLetter = z.strictObject({
  openedAt: instant,
  /** Which letter it was; null where the case is closed to the account by now. */
  letter: z.nullable(
    z.strictObject({
      /** Spanish where the agency gave it. */
      title: z.strictObject({ en: z.string(), es: z.nullable(z.string()) }),
      issuedOn: calendarDay,
    }),
  ),
})
export type ExportedLetter = z.infer<typeof exportedLetter>

/** `GET /account/export` as JSON: everything that is kept about the account, but for what exists as a hash alone. */
export const exportResponse = z.strictObject({
  exportedAt: instant,
  account: z.strictObject({ ...profileResponse.shape, deletionDueAt: z.nullable(instant) }),
  secretQuestions: z.array(z.strictObject({ id: z.string(), text: z.string() })),
  agreements: z.array(z.strictObject({ version: z.string(), locale, acceptedAt: instant })),
  sessions: z.array(z.strictObject({ device: z.string(), createdAt: instant, absoluteExpiresAt: instant })),
  ownDevices: z.array(z.strictObject({ createdAt: instant, expiresAt: instant })),
  messages: z.array(z.strictObject({ kind: z.string(), createdAt: instant, readAt: z.nullable(instant) })),
  emails: z.array(
    z.strictObject({
      to: z.string(),
      template: z.string(),
      createdAt: instant,
      sentAt: z.nullable(instant),
    }),
  ),
  caseLinks: z.array(exportedCaseLink),
  openedLetters: z.array(exportedLetter),
  /** Drafts too, newest first; null while case data stay closed after a recovery. So are the two below. */
  reports: z.nullable(z.array(reportResponse)),
  /** Files, submitted or not; what they hold is told by the operations of documents. */
  documents: z.nullable(z.array(documentResponse)),
  receipts: z.nullable(z.array(receiptResponse)),
  activity: z.array(activityItem),
  /**
   * How many of each could not be opened, because what is stored is damaged: they are left out, but for cases and
   * letters, which stand above without what they say.
   */
  unreadable: z.strictObject({
    emails: z.number(),
    caseLinks: z.number(),
    openedLetters: z.number(),
    reports: z.number(),
    documents: z.number(),
    receipts: z.number(),
  }),
})
export type AccountExport = z.infer<typeof exportResponse>
