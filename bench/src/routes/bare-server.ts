// What the portal's routes are held against: Fastify without a plugin, a schema, a log or a header of ours, and pg.
// A process of its own, like the server. It knows the format of keys and sealed fields by itself; the measurement
// compares the answers of the two, so that neither can do less than the other unseen.
import { createDecipheriv, createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { secretQuestionCount, secretQuestions } from '@connect/contract/credentials/secret-questions'
import Fastify from 'fastify'
import pg from 'pg'

interface SessionRow {
  readonly id: string
  readonly userId: string
  readonly dataKey: Buffer
  readonly dataKeyVersion: number
  readonly firstName: Buffer
  readonly lastName: Buffer
  readonly email: Buffer | null
  readonly locale: string
  readonly deletionDueAt: Date | null
  readonly idleExpiresAt: Date
  readonly absoluteExpiresAt: Date
}

interface KeysFile {
  readonly keys: readonly { readonly kind: string; readonly version: number; readonly secret: string }[]
}

const { BARE_DATABASE_URL = '', BARE_KEYS_FILE = '' } = process.env

const findLiveSession = {
  name: 'find-live-session',
  text: `
    SELECT id AS "sessionId", account_id AS "accountId",
           extract(epoch FROM idle_expires_at - now())::float8 AS "idleSecondsLeft"
    FROM session WHERE token_hash = $1 AND idle_expires_at > now() AND absolute_expires_at > now()`,
}

const viewSession = {
  name: 'view-session',
  text: `
    SELECT a.id, a.user_id AS "userId", a.data_key AS "dataKey", a.data_key_version AS "dataKeyVersion",
           a.first_name AS "firstName", a.last_name AS "lastName", a.email, a.locale, a.deletion_due_at AS "deletionDueAt",
           s.idle_expires_at AS "idleExpiresAt", s.absolute_expires_at AS "absoluteExpiresAt"
    FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.id = $1 AND s.idle_expires_at > now() AND s.absolute_expires_at > now()`,
}

const keyEncryption = new Map(
  (JSON.parse(readFileSync(BARE_KEYS_FILE, 'utf8')) as KeysFile).keys
    .filter(({ kind }) => kind === 'key-encryption')
    .map(({ version, secret }) => [version, Buffer.from(secret, 'base64')]),
)

/** AES-256-GCM: nonce, ciphertext, tag. */
function open(key: Buffer, sealed: Buffer, place: readonly (string | number)[]): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(JSON.stringify(['connect', ...place]))).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}

function openSession(row: SessionRow) {
  const { id, userId, dataKeyVersion: version, locale } = row
  const wrapping = keyEncryption.get(version)
  if (wrapping === undefined) throw new Error('The keys file lacks the key of this account.')
  const key = open(wrapping, row.dataKey, ['data-key', 'account', '', id, version])
  const text = (column: string, sealed: Buffer) =>
    open(key, sealed, ['value', 'account', column, id, version]).toString()
  return {
    account: {
      id,
      userId,
      firstName: text('first_name', row.firstName),
      lastName: text('last_name', row.lastName),
      email: row.email === null ? null : text('email', row.email),
      locale,
      deletionDueAt: row.deletionDueAt?.toISOString() ?? null,
    },
    idleExpiresAt: row.idleExpiresAt.toISOString(),
    absoluteExpiresAt: row.absoluteExpiresAt.toISOString(),
  }
}

const pool = new pg.Pool({ connectionString: BARE_DATABASE_URL, max: 10 })
const app = Fastify()

app.get('/secret-questions', () => ({ required: secretQuestionCount, items: secretQuestions }))

app.get('/session', async (request) => {
  const token = (request.headers.cookie ?? '').split('=')[1] ?? ''
  const tokenHash = createHash('sha256').update(token).digest()
  const live = await pool.query<{ sessionId: string }>(findLiveSession, [tokenHash])
  const view = await pool.query<SessionRow>(viewSession, [live.rows[0]?.sessionId])
  const row = view.rows[0]
  if (row === undefined) throw new Error('There is no such session.')
  return openSession(row)
})

/** What this process has used of the processor so far, in seconds. */
app.get('/processor-seconds', () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
})

await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`Bare is ready at http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
process.once('SIGTERM', () => void Promise.all([app.close(), pool.end()]).then(() => process.exit(0)))
