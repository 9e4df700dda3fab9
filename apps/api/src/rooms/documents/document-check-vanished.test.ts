import { once } from 'node:events'
import type { AccountMessages } from '@connect/contract/rooms/account-messages'
import type { Document } from '@connect/contract/rooms/documents'
import { connectDatabase } from '@connect/prisma/connect'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createRecordAudit } from '../../kernel/audit/audit.store.ts'
import { aPdfOf } from '../../testing/files/pdf-file.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { startServer } from '../../testing/server-process.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'
import { createDocumentChecks, type DocumentChecks } from './document-check.service.ts'
import { inspectFile } from './inspection/inspection-process.ts'

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

function aChecker(inspect: typeof inspectFile): DocumentChecks {
  const { documents, pool, commit, notices, lookup } = api.deps
  return createDocumentChecks({
    bytes: documents.bytes,
    pool,
    commit,
    notices,
    recordAudit: createRecordAudit(lookup),
    scanner: { scan: () => Promise.resolve('clean') },
    inspect,
    onError: () => undefined,
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

const eventually = (look: () => Promise<void>, interval = 50) =>
  vi.waitFor(look, { timeout: 60_000, interval })

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

  test('is none where a server is told to end while it is open', { timeout: 90_000 }, async () => {
    const id = await aFileSeen(0)
    const checks = aChecker(() => new Promise(() => undefined))
    await checks.start()
    await eventually(async () => expect(await vanished(id)).toBe(1))
    await checks.stop()
    expect(await vanished(id)).toBe(0)
  })

  test('is one where the server is killed while it is open', { timeout: 90_000 }, async () => {
    const { server } = await startServer(api, {})
    const { id } = await anUploadedDocument(api, owner.browser, { content: aPdfOf() })
    // To open it takes some hundred times as long as to look once.
    await eventually(async () => expect(await vanished(id)).toBe(1), 1)
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
    expect(await vanished(id)).toBe(1)
    expect(await shown(id)).toMatchObject({ state: 'checking' })
  })
})
