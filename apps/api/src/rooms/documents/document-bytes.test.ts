import { createHash, randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPostgresDocumentStore } from '../../adapters/document-store/postgres-document.store.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import { Problem } from '../../kernel/problem.ts'
import { SealBrokenError } from '../../kernel/record-cipher.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { createDocumentBytes, type DocumentBytes } from './document-bytes.service.ts'

const piece = 128 * 1024

let api: TestApp
let bytes: DocumentBytes
beforeAll(async () => {
  api = await startTestApp()
  const { cipher, pool } = api.deps
  bytes = createDocumentBytes({ cipher, store: createPostgresDocumentStore(pool) })
})
afterAll(() => api.stop())

/** A row without bytes. */
async function aDocument() {
  const id = timeOrderedId()
  const { dataKey, dataKeyVersion, seal } = api.deps.cipher.create('document', id)
  const fileName = seal('file_name', 'a.pdf')
  await api.deps.commit((tx) =>
    tx.document.create({
      data: {
        id,
        kind: 'other',
        state: 'receiving',
        mediaType: 'application/pdf',
        dataKey,
        dataKeyVersion,
        fileName,
      },
    }),
  )
  return { id, dataKey, dataKeyVersion }
}

/** Writes bytes in parts of so many. */
async function written(content: Buffer, part = 60_000) {
  const document = await aDocument()
  const writer = bytes.write(document, 'original')
  for (let from = 0; from < content.length; from += part)
    await writer.add(content.subarray(from, from + part))
  return { document, result: await writer.end() }
}

const query = (text: string, id: string) => api.deps.pool.query(text, [id])

test('bytes come back as they were, whatever the size of the parts that they came in', async () => {
  for (const size of [1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 7]) {
    const content = randomBytes(size)
    for (const part of [size, 4096, 3 * piece]) {
      const { document, result } = await written(content, part)
      expect(result.bytes).toBe(size)
      expect(Buffer.from(result.sha256)).toEqual(createHash('sha256').update(content).digest())
      expect((await buffer(bytes.read(document, 'original'))).equals(content)).toBe(true)
      const { rows } = await query(
        'SELECT count(*)::int AS pieces FROM document_chunk WHERE document_id = $1',
        document.id,
      )
      expect(rows).toEqual([{ pieces: Math.ceil(size / piece) }])
    }
  }
}, 30_000)

test('no piece can be read elsewhere: cut off, moved, doubled, or of another rendition', async () => {
  const content = randomBytes(2 * piece + 5)
  const damages = [
    `DELETE FROM document_chunk WHERE document_id = $1 AND position = 2`,
    `UPDATE document_chunk SET position = 2 - position + 10 WHERE document_id = $1 AND position < 2;`,
    `UPDATE document_chunk SET content = (SELECT content FROM document_chunk WHERE document_id = $1 AND position = 0)
       WHERE document_id = $1 AND position = 1`,
    `UPDATE document_chunk SET content = set_byte(content, 100, get_byte(content, 100) # 1)
       WHERE document_id = $1 AND position = 1`,
  ]
  for (const damage of damages) {
    const { document } = await written(content)
    await query(damage, document.id)
    await expect(buffer(bytes.read(document, 'original'))).rejects.toThrow(/does not open|are missing/)
  }
  const { document } = await written(content)
  await query(`UPDATE document_chunk SET rendition = 'reader' WHERE document_id = $1`, document.id)
  await expect(buffer(bytes.read(document, 'reader'))).rejects.toThrow(SealBrokenError)
})

test('what is not there in full is not taken for stored', async () => {
  const document = await aDocument()
  const writer = bytes.write(document, 'original')
  await writer.add(randomBytes(2 * piece))
  await query('DELETE FROM document_chunk WHERE document_id = $1', document.id)
  await expect(writer.end()).rejects.toSatisfy(
    (error) => error instanceof Problem && error.code === 'server.unavailable',
  )
})

test('a rendition is written again once it was removed', async () => {
  const { document } = await written(randomBytes(piece))
  await bytes.remove(document.id, 'original')
  const writer = bytes.write(document, 'original')
  await writer.add(Buffer.from('another'))
  await writer.end()
  expect((await buffer(bytes.read(document, 'original'))).toString()).toBe('another')
})
