import type { Transaction } from '../../kernel/unit-of-work.store.ts'

/** The case of an integrator under its reference; it stays until the transaction ends. Null when there is none. */
export async function holdCase(
  tx: Transaction,
  integratorId: string,
  caseRef: string,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM benefit_case WHERE integrator_id = ${integratorId}::uuid AND case_ref = ${caseRef} FOR KEY SHARE`
  return rows[0]?.id ?? null
}

type Bytes = Uint8Array<ArrayBuffer>

export interface StoredNoticeRow {
  readonly id: string
  readonly mediaType: string
  readonly issuedOn: string
  readonly asksForDocuments: boolean
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
  readonly title: Bytes
  readonly content: Bytes
}

/** A letter under its reference, which nobody else changes until the transaction ends. */
export async function lockNotice(
  tx: Transaction,
  caseId: string,
  noticeRef: string,
): Promise<StoredNoticeRow | null> {
  const rows = await tx.$queryRaw<StoredNoticeRow[]>`
    SELECT id, media_type AS "mediaType", issued_on::text AS "issuedOn", asks_for_documents AS "asksForDocuments",
           data_key AS "dataKey", data_key_version AS "dataKeyVersion", title, content
    FROM case_notice WHERE case_id = ${caseId}::uuid AND notice_ref = ${noticeRef} FOR UPDATE`
  return rows[0] ?? null
}

export interface NoticeRow extends StoredNoticeRow {
  readonly caseId: string
  readonly noticeRef: string
  readonly bytes: number
}

/** Adds a letter. False when somebody added one under the same reference at the same moment. */
export async function insertNotice(tx: Transaction, notice: NoticeRow): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO case_notice (id, case_id, notice_ref, issued_on, media_type, bytes, asks_for_documents, data_key,
                             data_key_version, title, content)
    VALUES (${notice.id}::uuid, ${notice.caseId}::uuid, ${notice.noticeRef}, ${notice.issuedOn}::date, ${notice.mediaType},
            ${notice.bytes}, ${notice.asksForDocuments}, ${notice.dataKey}, ${notice.dataKeyVersion}, ${notice.title},
            ${notice.content})
    ON CONFLICT (case_id, notice_ref) DO NOTHING`
  return count === 1
}

/** Puts a letter in place of the one of its id; nobody has read the new one. */
export async function replaceNotice(tx: Transaction, notice: NoticeRow): Promise<void> {
  await tx.$executeRaw`
    UPDATE case_notice
    SET issued_on = ${notice.issuedOn}::date, media_type = ${notice.mediaType}, bytes = ${notice.bytes},
        asks_for_documents = ${notice.asksForDocuments}, data_key = ${notice.dataKey},
        data_key_version = ${notice.dataKeyVersion}, title = ${notice.title}, content = ${notice.content},
        received_at = statement_timestamp()
    WHERE id = ${notice.id}::uuid`
  await tx.$executeRaw`DELETE FROM case_notice_read WHERE notice_id = ${notice.id}::uuid`
}
