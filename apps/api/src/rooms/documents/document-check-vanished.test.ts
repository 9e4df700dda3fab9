import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import type { AccountMessages } from '@connect/contract/rooms/account-messages'
import type { Document } from '@connect/contract/rooms/documents'
import { connectDatabase } from '@connect/prisma/connect'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createRecordAudit } from '../../kernel/audit/audit.store.ts'
import { aPdfOf } from '../../testing/files/pdf-file.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { startServer } from '../../testing/server-process.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'
import { createDocumentChecks, type DocumentChecks } from './document-check.service.ts'
import { inspectFile } from './inspection/inspection-process.ts'

interface Around {
  /** What happens between the beginning of a run and the opening. */
  readonly onScan?: () => Promise<unknown>
  readonly onError?: (error: unknown) => void
}

let api: TestApp
let owner: QuickOwner
beforeAll(async () => {
  api = await startTestApp()
  const database = connectDatabase({ url: api.database.ownerUrl })
  await database.pool.query(`UPDATE pgboss.queue SET retry_delay = 1, retry_backoff = false`)
  await database.close()
})
afterAll(() => api.stop())
beforeEach(async () => {
  owner = await aQuickOwner(api)
})

function aChecker(
  inspect: typeof inspectFile,
  { onScan = () => Promise.resolve(), onError = () => undefined }: Around = {},
): DocumentChecks {
  const { documents, pool, commit, notices, lookup } = api.deps
  return createDocumentChecks({
    bytes: documents.bytes,
    pool,
    commit,
    notices,
    recordAudit: createRecordAudit(lookup),
    scanner: { scan: () => onScan().then(() => 'clean') },
    inspect,
    onError,
    everySeconds: 0.5,
  })
}

const shown = async (id: string) => (await owner.browser.send('GET', `/documents/${id}`)).json<Document>()
const vanished = async (id: string) =>
  (await api.deps.commit((tx) => tx.document.findUniqueOrThrow({ where: { id } }))).vanished

/** A file that was being opened so often when nothing more was heard of the server. */
async function aFileSeen(times: number): Promise<string> {
  const { id } = await anUploadedDocument(api, owner.browser, { content: aPdfOf() })
  await api.deps.commit((tx) => tx.document.update({ where: { id }, data: { vanished: times } }))
  return id
}

/** A scanner that finds nothing, and says so after something was done with the whole of a file in its hands. */
async function aScanner(socket: string, beforeAnswer: () => Promise<unknown>): Promise<Server> {
  const scanner = createServer((connection) => {
    let said = ''
    connection.setEncoding('latin1').on('data', (piece: string) => {
      said += piece
      if (said.endsWith('%%EOF\n\0\0\0\0')) void beforeAnswer().then(() => connection.end('stream: OK\0'))
    })
  }).listen(socket)
  await once(scanner, 'listening')
  return scanner
}

/** The same address for whoever waits longer than a test lasts. */
function patient(url: string): string {
  const address = new URL(url)
  for (const time of ['statement_timeout', 'lock_timeout', 'query_timeout'])
    address.searchParams.set(time, '120000')
  return address.href
}

const eventually = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 60_000, interval: 50 })

describe('a file with which whole servers went', () => {
  test('is refused after ten of them, unopened, and whoever sent it is told', async () => {
    const id = await aFileSeen(10)
    const inspect = vi.fn(inspectFile)
    const checks = aChecker(inspect)
    await checks.start()
    await eventually(async () => expect(await shown(id)).toMatchObject({ state: 'refused' }))
    expect(await shown(id)).toMatchObject({ reason: 'not_readable', scanned: false })
    expect(inspect).not.toHaveBeenCalled()
    const { items } = (await owner.browser.send('GET', '/account/messages')).json<AccountMessages>()
    expect(items).toMatchObject([{ kind: 'document_refused', about: { documentId: id } }])
    await checks.stop()
  })

  test('is tried until then, and tries that come back leave it where it was, whatever came of them', async () => {
    const id = await aFileSeen(9)
    const counted: number[] = []
    const checks = aChecker(async (...asked) => {
      counted.push(await vanished(id))
      if (counted.length < 3) throw new Error('The database was away')
      return inspectFile(...asked)
    })
    await checks.start()
    await eventually(async () => expect(await shown(id)).toMatchObject({ state: 'ready' }))
    expect(counted).toEqual([10, 10, 10])
    expect(await vanished(id)).toBe(9)
    await checks.stop()
  })

  test('is not opened by a run that another one has followed, which takes back nothing of it', async () => {
    const id = await aFileSeen(0)
    const begun: number[] = []
    const onScan = async () => {
      if (begun.push(await vanished(id)) > 1) return
      const later = { checkId: randomUUID(), vanished: 1 }
      await api.deps.commit((tx) => tx.document.update({ where: { id }, data: later }))
    }
    const inspect = vi.fn(inspectFile)
    const errors: unknown[] = []
    const checks = aChecker(inspect, { onScan, onError: (error) => errors.push(error) })
    await checks.start()
    await eventually(async () => expect(await shown(id)).toMatchObject({ state: 'ready' }))
    await checks.stop()
    expect(begun).toEqual([0, 1])
    expect(inspect).toHaveBeenCalledTimes(1)
    expect(await vanished(id)).toBe(1)
    expect(errors).toEqual([new Error('Another run of the check has begun')])
  })

  test('is none where a server is told to end while it is open', { timeout: 90_000 }, async () => {
    const id = await aFileSeen(0)
    const checks = aChecker(() => new Promise(() => undefined))
    await checks.start()
    await eventually(async () => expect(await vanished(id)).toBe(1))
    await checks.stop()
    expect(await vanished(id)).toBe(0)
    // What waits here would be opened before the next file.
    expect((await owner.browser.send('DELETE', `/documents/${id}`)).statusCode).toBe(204)
  })

  test('is one where the server is killed while it is open', { timeout: 90_000 }, async () => {
    // From the scanner's answer on nobody reads a piece of any file: what is being opened stays so.
    const holder = new pg.Client(api.database.ownerUrl)
    await holder.connect()
    onTestFinished(() => holder.end())
    const socket = path.join(api.dataDir, 'holding.sock')
    const scanner = await aScanner(socket, () =>
      holder.query('BEGIN; LOCK TABLE document_chunk IN ACCESS EXCLUSIVE MODE'),
    )
    onTestFinished(() => void scanner.close())
    const { server } = await startServer(api, {
      SCANNER: 'clamd',
      CLAMD_SOCKET: socket,
      DATABASE_URL: patient(api.database.appUrl),
    })
    onTestFinished(() => void server.kill('SIGKILL'))
    const { id } = await anUploadedDocument(api, owner.browser, { content: aPdfOf() })
    await eventually(async () => expect(await vanished(id)).toBe(1))
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
    await holder.query('ROLLBACK')
    expect(await vanished(id)).toBe(1)
    expect(await shown(id)).toMatchObject({ state: 'checking' })
  })
})
