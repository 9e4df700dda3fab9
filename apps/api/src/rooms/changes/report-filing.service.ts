import { isInTime } from '@connect/contract/changes/change-details'
import type { ReportChannel } from '@connect/contract/rooms/change-reports'
import type { Document } from '@connect/contract/rooms/documents'
import type { Receipt, ReceiptFacts } from '@connect/contract/rooms/receipts'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Locale } from '@connect/contract/shared/text'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import type { ReceiptIssuing } from '../receipts/receipt-issue.service.ts'
import type { StoredChange } from './change-report-content.ts'
import { reportEventOf } from './change-report-event.ts'
import { insertReportEvent } from './change-report-event.store.ts'
import { earliestDueOn } from './report-changes.ts'

interface FilingDependencies {
  readonly cipher: RecordCipher
  readonly documents: Pick<DocumentAttachment, 'attach'>
  readonly receipts: Pick<ReceiptIssuing, 'issue'>
}

/** What comes into a timeline with its documents. */
interface Entry {
  readonly reportId: string
  /** Whose documents they are; null where there can be none. */
  readonly accountId: string | null
  readonly kind: 'received' | 'added'
  /** By the database's clock. */
  readonly at: Date
  readonly message?: string | undefined
  readonly documentIds: readonly string[]
  /** Where in the request a document stands. */
  readonly pointerOf: (documentId: string) => string
}

interface Entered {
  readonly eventId: string
  readonly documents: readonly Document[]
  /** Why some documents cannot go with it: then nothing of this may be committed. */
  readonly issues: readonly RequestIssue[]
}

/** What a receipt is to say beside its documents. */
export interface Filed {
  readonly kind: ReceiptFacts['kind']
  readonly report: { readonly id: string; readonly caseId: string; readonly channel: string }
  /** Null for what the agency entered. */
  readonly accountId: string | null
  readonly locale: Locale
  readonly at: Date
  /** The day in Connecticut on which it reached the agency. */
  readonly receivedOn: string
  readonly changes?: readonly StoredChange[]
  readonly corrects?: string | null
  readonly signed?: { readonly signedName: string; readonly statementVersion: string } | undefined
  readonly message?: string | undefined
}

/** What is the same whenever something reaches the agency: an entry of the timeline, its documents, and its receipt. */
export function createReportFiling({ cipher, documents, receipts }: FilingDependencies) {
  return {
    /** Adds an entry and gives it its documents, of which all go or none. */
    async enter(
      tx: Transaction,
      { reportId, accountId, kind, at, message, documentIds, pointerOf }: Entry,
    ): Promise<Entered> {
      const event = reportEventOf(cipher, { reportId, kind, at, message })
      await insertReportEvent(tx, event)
      if (accountId === null) return { eventId: event.id, documents: [], issues: [] }
      const attached = await documents.attach(tx, { accountId, eventId: event.id, documentIds })
      return {
        eventId: event.id,
        documents: attached.documents,
        issues: attached.refused.map(({ documentId, code }) => ({ pointer: pointerOf(documentId), code })),
      }
    },

    /** The receipt of an entry. */
    prove(
      tx: Transaction,
      { eventId, documents: files }: Omit<Entered, 'issues'>,
      filed: Filed,
    ): Promise<Receipt> {
      const { kind, report, accountId, locale, at, receivedOn, changes = [] } = filed
      const facts = {
        kind,
        submittedAt: at.toISOString(),
        receivedOn,
        channel: report.channel as ReportChannel,
        reportId: report.id,
        caseId: report.caseId,
        dueOn: earliestDueOn(changes, receivedOn),
        corrects: filed.corrects ?? null,
        signedName: filed.signed?.signedName ?? null,
        statementVersion: filed.signed?.statementVersion ?? null,
        locale,
        changes: changes.flatMap((change) => changeFacts(change, receivedOn)),
        documents: files.map(documentFacts),
        message: filed.message ?? null,
      }
      return receipts.issue(tx, { accountId, eventId, facts })
    },
  }
}

/** None for a change without a due date, which is never submitted. */
function changeFacts(
  { typeId, changedOn, dueOn, details, documentsLater }: StoredChange,
  receivedOn: string,
): ReceiptFacts['changes'] {
  if (changedOn === null || dueOn === null) return []
  return [{ typeId, changedOn, dueOn, inTime: isInTime(dueOn, receivedOn), details, documentsLater }]
}

function documentFacts(document: Document): ReceiptFacts['documents'][number] {
  const { id, kind, fileName, mediaType, bytes, pages, sha256 } = document
  return { id, kind, fileName, mediaType, bytes, pages, sha256 }
}

export type ReportFiling = ReturnType<typeof createReportFiling>
