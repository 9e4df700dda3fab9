import { reportLimits } from '@connect/contract/rooms/report-limits'
import type { Transaction } from '../../kernel/unit-of-work.store.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface NewDraft {
  readonly id: string
  readonly accountId: string
  readonly caseId: string
  readonly correctsId: string | null
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
  readonly content: Bytes
}

/** Begins a draft, which is kept from now on for as long as drafts are. */
export async function insertDraft(tx: Transaction, draft: NewDraft): Promise<void> {
  const { id, accountId, caseId, correctsId, dataKey, dataKeyVersion, content } = draft
  await tx.$executeRaw`
    INSERT INTO change_report (id, account_id, case_id, kind, status, channel, corrects_id, data_key, data_key_version, content, expires_at)
    VALUES (${id}::uuid, ${accountId}::uuid, ${caseId}::uuid, 'changes', 'draft', 'online', ${correctsId}::uuid,
            ${dataKey}, ${dataKeyVersion}, ${content}, statement_timestamp() + make_interval(days => ${reportLimits.draftDays}::int))`
}

/** Puts other content into a draft, which is kept anew from now on. */
export async function updateDraft(
  tx: Transaction,
  { id, content }: { readonly id: string; readonly content: Bytes },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE change_report
    SET content = ${content}, version = version + 1, updated_at = statement_timestamp(),
        expires_at = statement_timestamp() + make_interval(days => ${reportLimits.draftDays}::int)
    WHERE id = ${id}::uuid AND status = 'draft'`
}

interface DraftRow {
  readonly id: string
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
  readonly content: Uint8Array
}

/** The other drafts of an account; what they say is still sealed. */
export async function findOtherDrafts(
  tx: Transaction,
  { id, accountId }: { readonly id: string; readonly accountId: string },
): Promise<DraftRow[]> {
  return tx.$queryRaw<DraftRow[]>`
    SELECT id, data_key AS "dataKey", data_key_version AS "dataKeyVersion", content FROM change_report
    WHERE account_id = ${accountId}::uuid AND status = 'draft' AND id <> ${id}::uuid`
}

/** Removes a draft; what was submitted stays whatever is asked. */
export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM change_report WHERE id = ${id}::uuid AND status = 'draft'`
}
