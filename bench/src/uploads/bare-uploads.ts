// What uploads are held against: a stream through Fastify into the same table, in pieces of the same size, each sealed and
// committed alone, and one commit at the end. No form, no session, no key, no check, no audit row.
import { createCipheriv, createHash, randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import pg from 'pg'

const { BARE_DATABASE_URL = '' } = process.env

/** As the portal's. */
const pieceBytes = 128 * 1024

const pool = new pg.Pool({ connectionString: BARE_DATABASE_URL, max: 10 })
const app = Fastify({ bodyLimit: 11 * 1024 * 1024 })
app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))

const begin = {
  name: 'begin',
  text: `INSERT INTO document (id, kind, state, data_key, data_key_version, file_name, media_type)
         VALUES ($1, 'pay_stub', 'receiving', decode(repeat('00', 60), 'hex'), 1, '', 'application/pdf')`,
}

const put = {
  name: 'put',
  text: `INSERT INTO document_chunk (document_id, rendition, position, content)
         SELECT $1, 'original', $2, $3 FROM set_config('synchronous_commit', 'off', true)`,
}

// Nobody is to find it and look at it.
const finish = {
  name: 'finish',
  text: `UPDATE document SET state = 'refused', bytes = $2, sha256 = $3 WHERE id = $1`,
}

app.post('/uploads', async (request) => {
  const id = randomUUID()
  const key = randomBytes(32)
  const hash = createHash('sha256')
  await pool.query(begin, [id])
  let held: Buffer[] = []
  let holding = 0
  let bytes = 0
  let position = 0
  const flush = async (): Promise<void> => {
    const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12))
    const sealed = Buffer.concat([cipher.update(Buffer.concat(held)), cipher.final(), cipher.getAuthTag()])
    held = []
    holding = 0
    await pool.query(put, [id, position, sealed])
    position += 1
  }
  for await (const part of request.body as AsyncIterable<Buffer>) {
    hash.update(part)
    held.push(part)
    holding += part.length
    bytes += part.length
    if (holding >= pieceBytes) await flush()
  }
  if (holding > 0) await flush()
  const sha256 = hash.digest()
  await pool.query(finish, [id, bytes, sha256])
  return { id, sha256: sha256.toString('hex') }
})

await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`Bare is ready at http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
process.once('SIGTERM', () => void Promise.all([app.close(), pool.end()]).then(() => process.exit(0)))
