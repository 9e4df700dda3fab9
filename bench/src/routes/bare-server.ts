// What the portal's routes are held against: Fastify without a plugin, a schema, a log or a header of ours, and pg.
// A process of its own, like the server. It knows the format of keys and sealed fields by itself; the measurement
// compares the answers of the two, so that neither can do less than the other unseen.
import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { secretQuestionCount, secretQuestions } from '@connect/contract/credentials/secret-questions'
import Fastify, { type FastifyRequest } from 'fastify'
import pg from 'pg'
import { openCase, viewCase, type CaseRow } from './bare-case.ts'
import { openRecord } from './bare-seals.ts'

interface LiveSession {
  readonly sessionId: string
  readonly accountId: string
}

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

const { BARE_DATABASE_URL = '' } = process.env

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

function openSession(row: SessionRow) {
  const { id, userId, locale } = row
  const text = openRecord('account', row)
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

async function liveSession(request: FastifyRequest): Promise<LiveSession> {
  const token = (request.headers.cookie ?? '').split('=')[1] ?? ''
  const tokenHash = createHash('sha256').update(token).digest()
  const { rows } = await pool.query<LiveSession>(findLiveSession, [tokenHash])
  if (rows[0] === undefined) throw new Error('There is no such session.')
  return rows[0]
}

app.get('/session', async (request) => {
  const { sessionId } = await liveSession(request)
  const { rows } = await pool.query<SessionRow>(viewSession, [sessionId])
  if (rows[0] === undefined) throw new Error('There is no such session.')
  return openSession(rows[0])
})

app.get<{ Params: { id: string } }>('/cases/:id', async (request) => {
  const { accountId } = await liveSession(request)
  const { rows } = await pool.query<CaseRow>(viewCase, [accountId, request.params.id])
  if (rows[0] === undefined) throw new Error('There is no such case.')
  return openCase(rows[0])
})

/** What this process has used of the processor so far, in seconds. */
app.get('/processor-seconds', () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
})

await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`Bare is ready at http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
process.once('SIGTERM', () => void Promise.all([app.close(), pool.end()]).then(() => process.exit(0)))
