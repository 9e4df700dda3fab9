import { Prisma } from '@connect/prisma/client'

/** A file as it is stored: its name sealed, its bytes elsewhere. */
export interface DocumentRow {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly reason: string | null
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly fileName: Uint8Array
  readonly mediaType: string
  readonly bytes: number
  /** Null until it was received. */
  readonly sha256: Uint8Array | null
  readonly pages: number | null
  readonly scanned: boolean
  readonly active: boolean
  readonly createdAt: Date
  readonly eventId: string | null
  readonly reportId: string | null
}

/** All that is told of a file; what it went with tells the report. */
export const documentColumns = Prisma.sql`
  SELECT d.id, d.kind, d.state, d.reason, d.data_key AS "dataKey", d.data_key_version AS "dataKeyVersion",
         d.file_name AS "fileName", d.media_type AS "mediaType", d.bytes, d.sha256, d.pages, d.scanned, d.active,
         d.created_at AS "createdAt", d.event_id AS "eventId", e.report_id AS "reportId"
  FROM document d LEFT JOIN change_report_event e ON e.id = d.event_id`
