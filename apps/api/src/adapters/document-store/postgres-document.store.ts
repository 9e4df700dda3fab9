import { Problem } from '../../kernel/problem.ts'
import type { StatementPool } from '../../kernel/unit-of-work.store.ts'
import type { DocumentStore, StoredPlace } from './document-store.ts'

// Nobody waits for the disk with each piece: the commit of the last one does, and so for all that stands before it in the
// same log.
const putStatement = {
  name: 'put-document-chunk',
  text: `
    INSERT INTO document_chunk (document_id, rendition, position, content)
    SELECT $1, $2, $3, $4 FROM set_config('synchronous_commit', CASE WHEN $5 THEN 'on' ELSE 'off' END, true)`,
}

const sizeStatement = {
  name: 'size-document-chunks',
  text: `
    SELECT count(*)::int AS pieces, coalesce(sum(octet_length(content)), 0)::int AS bytes,
           coalesce(max(position), -1) AS last
    FROM document_chunk WHERE document_id = $1 AND rendition = $2`,
}

const readStatement = {
  name: 'read-document-chunk',
  text: `
    SELECT content, NOT EXISTS (
             SELECT FROM document_chunk later
             WHERE later.document_id = $1 AND later.rendition = $2 AND later.position > $3) AS "isLast"
    FROM document_chunk WHERE document_id = $1 AND rendition = $2 AND position = $3`,
}

const removeStatement = {
  name: 'remove-document-chunks',
  text: `DELETE FROM document_chunk WHERE document_id = $1 AND rendition = $2`,
}

/** Files in the database itself: in one commit and one backup with what they belong to, and gone with their row. */
export function createPostgresDocumentStore(pool: StatementPool): DocumentStore {
  const key = ({ documentId, rendition }: StoredPlace) => [documentId, rendition]
  return {
    async put(place, position, { content, isLast }) {
      await pool.query(putStatement, [
        ...key(place),
        position,
        Buffer.from(content.buffer, content.byteOffset, content.byteLength),
        isLast,
      ])
    },

    async finish(place, { pieces, bytes }) {
      const { rows } = await pool.query<{ pieces: number; bytes: number; last: number }>(
        sizeStatement,
        key(place),
      )
      const [found] = rows
      const isAll = found?.pieces === pieces && found.bytes === bytes && found.last === pieces - 1
      if (!isAll)
        throw new Problem('server.unavailable', { cause: missing(place), headers: { 'retry-after': '2' } })
    },

    async *read(place) {
      for (let position = 0; ; position += 1) {
        const { rows } = await pool.query<{ content: Buffer; isLast: boolean }>(readStatement, [
          ...key(place),
          position,
        ])
        const [piece] = rows
        if (piece === undefined) throw missing(place)
        yield piece
        if (piece.isLast) return
      }
    },

    async remove(place) {
      await pool.query(removeStatement, key(place))
    },
  }
}

function missing({ documentId, rendition }: StoredPlace): Error {
  return new Error(`pieces of ${rendition} are missing of document ${documentId}`)
}
