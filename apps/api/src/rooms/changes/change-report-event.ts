import type { TimelineKind } from '@connect/contract/rooms/change-reports'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { NewReportEvent, ReportEventRow } from './change-report-event.store.ts'

const table = 'change_report_event'

/** A new entry of a timeline, its message sealed. */
export function reportEventOf(
  cipher: RecordCipher,
  {
    reportId,
    kind,
    at,
    message,
  }: {
    readonly reportId: string
    readonly kind: TimelineKind
    /** By the database's clock. */
    readonly at: Date
    readonly message?: string | undefined
  },
): NewReportEvent {
  const id = timeOrderedId()
  if (message === undefined)
    return { id, reportId, kind, at, dataKey: null, dataKeyVersion: null, message: null }
  const { dataKey, dataKeyVersion, seal } = cipher.create(table, id)
  return { id, reportId, kind, at, dataKey, dataKeyVersion, message: seal('message', message) }
}

/** What an entry says in words; null where it says nothing. */
export function messageOf(
  cipher: RecordCipher,
  { id, dataKey, dataKeyVersion, message }: Omit<ReportEventRow, 'kind' | 'at' | 'receiptId'>,
): string | null {
  if (message === null || dataKey === null || dataKeyVersion === null) return null
  return cipher.open(table, id, { dataKey, dataKeyVersion }).openText('message', message)
}
