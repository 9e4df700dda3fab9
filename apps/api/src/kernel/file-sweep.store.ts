import { reportLimits } from '@connect/contract/rooms/report-limits'
import type { PrismaClient } from '@connect/prisma/client'

export type FileSweepDatabase = Pick<PrismaClient, '$executeRaw' | '$queryRaw'>

/** Longer than any upload may take, in minutes. */
const uploadMinutes = 60

/** Files that are taken away together: their rows are small. */
const filesAtOnce = 10

/** Pieces of one statement, 8 MiB: a file is up to 75 MiB with what was made of it, and a statement has 2.5 seconds. */
const piecesAtOnce = 64

/**
 * Takes away files that are nobody's, at most so many and a few more, and answers how many. Files that never arrived in
 * full, and those that nobody submitted in the time that a draft is kept, become nobody's first: their bytes go in several
 * statements, and a file of which some are gone must not be submitted. That time begins anew with each save of a draft in
 * which a file stands, as it does for the draft.
 */
export async function sweepFiles(database: FileSweepDatabase, limit: number): Promise<number> {
  await database.$executeRaw`
    WITH expired AS MATERIALIZED (
      SELECT id FROM document
       WHERE event_id IS NULL AND account_id IS NOT NULL
         AND (state = 'receiving' AND created_at < now() - make_interval(mins => ${uploadMinutes})
              OR state <> 'receiving'
                 AND greatest(created_at, named_at) < now() - make_interval(days => ${reportLimits.draftDays}))
       LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE document SET account_id = NULL FROM expired WHERE document.id = expired.id`
  let total = 0
  for (;;) {
    const ids = await findNobodys(database)
    while ((await deletePieces(database, ids)) === piecesAtOnce);
    total += await deleteNobodys(database, ids)
    if (ids.length < filesAtOnce || total >= limit) return total
  }
}

async function findNobodys(database: FileSweepDatabase): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT id FROM document WHERE account_id IS NULL AND event_id IS NULL LIMIT ${filesAtOnce}`
  return rows.map(({ id }) => id)
}

/** Those that somebody else takes away at the same moment are passed over. */
function deletePieces(database: FileSweepDatabase, ids: readonly string[]): Promise<number> {
  return database.$executeRaw`
    WITH next AS MATERIALIZED (
      SELECT document_id, rendition, position FROM document_chunk
       WHERE document_id = ANY (${[...ids]}::uuid[]) LIMIT ${piecesAtOnce} FOR UPDATE SKIP LOCKED)
    DELETE FROM document_chunk chunk USING next
     WHERE (chunk.document_id, chunk.rendition, chunk.position) = (next.document_id, next.rendition, next.position)`
}

function deleteNobodys(database: FileSweepDatabase, ids: readonly string[]): Promise<number> {
  return database.$executeRaw`
    DELETE FROM document WHERE id = ANY (${[...ids]}::uuid[]) AND account_id IS NULL AND event_id IS NULL`
}
