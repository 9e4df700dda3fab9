import type { ReportedChange } from '@connect/contract/rooms/change-reports'
import type { RecordCipher } from '../../kernel/record-cipher.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A change as it is kept: the due date is told once it is submitted, since rules may change afterwards. */
export type StoredChange = Omit<ReportedChange, 'daysLeft'>

/** What is sealed of a report. */
export interface ReportContent {
  /** Of a draft as they were saved; afterwards as they were submitted. */
  readonly changes: readonly StoredChange[]
  /** Null in a draft, and where nobody signed; so is what was signed. */
  readonly signedName: string | null
  readonly statementVersion: string | null
  /** The day in Connecticut on which it reached the agency; null in a draft. */
  readonly receivedOn: string | null
  /** Who of the case reported it; left out of a draft. */
  readonly memberId?: string | undefined
}

/** What a draft begins with. */
export function draftContent(changes: readonly StoredChange[]): ReportContent {
  return { changes, signedName: null, statementVersion: null, receivedOn: null }
}

interface SealedContent {
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
  readonly content: Bytes
}

interface StoredContent {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly content: Uint8Array
}

const table = 'change_report'

/** Seals the content of a new report under a data key of its own. */
export function sealContent(cipher: RecordCipher, id: string, content: ReportContent): SealedContent {
  const { dataKey, dataKeyVersion, seal } = cipher.create(table, id)
  return { dataKey, dataKeyVersion, content: seal('content', JSON.stringify(content)) }
}

/** Seals other content of a stored report, under the key that it has. */
export function resealContent(
  cipher: RecordCipher,
  row: Omit<StoredContent, 'content'>,
  content: ReportContent,
): Bytes {
  return cipher.open(table, row.id, row).seal('content', JSON.stringify(content))
}

/** Opens what a report says. Throws `SealBrokenError` for one that was changed, or put into another row. */
export function openContent(cipher: RecordCipher, row: StoredContent): ReportContent {
  return JSON.parse(cipher.open(table, row.id, row).openText('content', row.content)) as ReportContent
}
