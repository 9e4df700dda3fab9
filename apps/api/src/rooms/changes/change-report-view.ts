import { daysLeft } from '@connect/contract/changes/change-details'
import type {
  ListedReport,
  Report,
  ReportedChange,
  ReportStatus,
  TimelineEntry,
  TimelineKind,
} from '@connect/contract/rooms/change-reports'
import type { Document } from '@connect/contract/rooms/documents'
import { unlessBroken } from '../../kernel/broken-seals.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import { draftContent, openContent, type ReportContent, type StoredChange } from './change-report-content.ts'
import { messageOf } from './change-report-event.ts'
import type { ReportEventRow } from './change-report-event.store.ts'
import type { ReportRow } from './change-report.store.ts'
import { carriedOver, dueDayOfChange, earliestDueOn } from './report-changes.ts'
import { isUndecided } from './report-statuses.ts'

/** What belongs to a report beside its row. */
export interface ReportParts<File extends Document> {
  /** Oldest first. */
  readonly events: readonly ReportEventRow[]
  /** By the event with which they were submitted. */
  readonly documents: ReadonlyMap<string, readonly File[]>
  /** What a draft is going to be submitted with. */
  readonly draftDocuments?: readonly File[]
}

/** A report, whole, as its author sees it. Throws `SealBrokenError` where something of it does not open. */
export function reportOf<File extends Document>(
  cipher: RecordCipher,
  row: ReportRow,
  { events, documents, draftDocuments = [] }: ReportParts<File>,
): Omit<Report, 'documents'> & { readonly documents: File[] } {
  const content = openContent(cipher, row)
  const { changes, formNews } =
    row.status === 'draft' ? carriedOver(content.changes) : { changes: content.changes, formNews: [] }
  return {
    ...headOf(row, content),
    changes: changes.map((change) => changeOf(change, content.receivedOn ?? row.today)),
    documents: [...draftDocuments, ...events.flatMap(({ id }) => documents.get(id) ?? [])],
    formNews,
    correctedByIds: [...row.correctedByIds],
    signedName: content.signedName,
    timeline: events.map((event) => entryOf(cipher, event, documents.get(event.id) ?? [])),
    withdrawable: isUndecided(row.status),
  }
}

/** A report as a list shows it; where its content does not open, without what is in it, of which `onBroken` is told. */
export function listedReportOf(
  cipher: RecordCipher,
  row: ReportRow,
  onBroken: (error: unknown) => void,
): ListedReport {
  const content = unlessBroken(() => openContent(cipher, row), onBroken)
  return {
    ...headOf(row, content ?? draftContent([])),
    changeTypeIds: content?.changes.map(({ typeId }) => typeId) ?? null,
  }
}

function headOf(row: ReportRow, { changes, receivedOn }: ReportContent): Omit<ListedReport, 'changeTypeIds'> {
  return {
    id: row.id,
    caseId: row.caseId,
    kind: row.kind as Report['kind'],
    status: row.status as ReportStatus,
    channel: row.channel as Report['channel'],
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    receivedOn,
    dueOn: earliestDueOn(changes, receivedOn ?? row.today),
    confirmationNumber: row.confirmationNumber,
    correctsId: row.correctsId,
    noticeId: row.noticeId,
  }
}

/** `asOf`: the day on which it was received, and of a draft today. */
function changeOf(change: StoredChange, asOf: string): ReportedChange {
  const dueOn = dueDayOfChange(change, asOf)
  return { ...change, dueOn, daysLeft: dueOn === null ? null : daysLeft(dueOn, asOf) }
}

function entryOf(cipher: RecordCipher, event: ReportEventRow, documents: readonly Document[]): TimelineEntry {
  return {
    id: event.id,
    kind: event.kind as TimelineKind,
    at: event.at.toISOString(),
    message: messageOf(cipher, event),
    documentIds: documents.map(({ id }) => id),
    receiptId: event.receiptId,
  }
}
