import { createHash, randomUUID } from 'node:crypto'
import type { AccountMessages } from '@connect/contract/rooms/account-messages'
import type { Document, DocumentState } from '@connect/contract/rooms/documents'
import { connectDatabase } from '@connect/prisma/connect'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ScannerFaultError, type Verdict } from '../../adapters/scanner/scanner.ts'
import { createRecordAudit } from '../../kernel/audit/audit.store.ts'
import { aClamd, clamdPaths, eicar } from '../../testing/clamd-process.ts'
import { aHeic } from '../../testing/files/heic-file.ts'
import { aLockedPdf, aPdfOf } from '../../testing/files/pdf-file.ts'
import { aJpegWithPlace } from '../../testing/files/picture-file.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument, aPdfLike, type Upload } from '../../testing/upload.ts'
import { createDocumentChecks, type DocumentChecks } from './document-check.service.ts'
import { claimDocument, markReady } from './document-check.store.ts'
import { InspectionCrashedError } from './inspection/inspection-answer.ts'
import { inspectFile } from './inspection/inspection-process.ts'

let api: TestApp
let owner: QuickOwner
let checks: DocumentChecks
let verdict: () => Promise<Verdict>
let inspect: typeof inspectFile
const errors: unknown[] = []
/** What is taken away before a file is looked at, and what everybody else sees of the file by then. */
const atRemoval: [string, string][] = []

beforeAll(async () => {
  api = await startTestApp()
  const owner = connectDatabase({ url: api.database.ownerUrl })
  await owner.pool.query(`UPDATE pgboss.queue SET retry_delay = 1, retry_backoff = false`)
  await owner.close()
})
afterAll(() => api.stop())

beforeEach(async () => {
  errors.length = 0
  atRemoval.length = 0
  verdict = () => Promise.resolve('clean')
  inspect = inspectFile
  owner = await aQuickOwner(api)
  checks = aChecker()
})
afterEach(() => checks.stop())

/** As of a process of its own, on the same database. */
function aChecker(): DocumentChecks {
  const { documents, pool, commit, notices, lookup } = api.deps
  return createDocumentChecks({
    bytes: {
      ...documents.bytes,
      async remove(id, rendition) {
        atRemoval.push([rendition, (await stored(id)).state])
        await documents.bytes.remove(id, rendition)
      },
    },
    pool,
    commit,
    notices,
    recordAudit: createRecordAudit(lookup),
    scanner: {
      async scan(bytes) {
        for await (const piece of bytes) expect(piece.length).toBeGreaterThan(0)
        return verdict()
      },
    },
    inspect: (...asked) => inspect(...asked),
    onError: (error) => errors.push(error),
    everySeconds: 0.5,
  })
}

const send = (upload: Upload = {}) => anUploadedDocument(api, owner.browser, { content: aPdfOf(), ...upload })
const shown = async (id: string) => (await owner.browser.send('GET', `/documents/${id}`)).json<Document>()
const opened = (id: string) => owner.browser.send('GET', `/documents/${id}/content`)
const stored = (id: string) => api.deps.commit((tx) => tx.document.findUniqueOrThrow({ where: { id } }))

/** Waits for what happens in its own time; looks often, gives up late. */
const untilState = (id: string, state: DocumentState) =>
  vi.waitFor(async () => expect((await shown(id)).state).toBe(state), { timeout: 60_000, interval: 100 })

describe('a file that was received', () => {
  test('becomes ready, and a photo is opened without the place where it was taken', async () => {
    const content = await aJpegWithPlace()
    const { id } = await send({ fileName: 'Recibo.JPG', content })
    expect((await opened(id)).statusCode).toBe(409)
    await checks.start()
    await untilState(id, 'ready')
    expect(await shown(id)).toMatchObject({ scanned: true, reason: null, pages: null, bytes: content.length })
    const answer = await opened(id)
    expect(answer.headers['content-type']).toBe('image/jpeg')
    expect(content.includes('Exif')).toBe(true)
    expect(answer.rawPayload.includes('Exif')).toBe(false)
    const { readerBytes, readerSha256, sha256 } = await stored(id)
    expect(readerBytes).toBe(answer.rawPayload.length)
    expect(Buffer.from(readerSha256 ?? [])).toEqual(createHash('sha256').update(answer.rawPayload).digest())
    expect(Buffer.from(sha256 ?? [])).toEqual(createHash('sha256').update(content).digest())
    expect(errors).toEqual([])
  })

  test('from an iPhone is opened as a JPEG', async () => {
    const { id } = await send({ fileName: 'IMG_0001.HEIC', content: aHeic({ turns: 3 }) })
    await checks.start()
    await untilState(id, 'ready')
    const answer = await opened(id)
    expect(answer.headers['content-type']).toBe('image/jpeg')
    expect(answer.headers['content-disposition']).toContain('IMG_0001.jpg')
  })

  test('and holds a script is given to readers as it came, and known to do so', async () => {
    const content = aPdfOf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' })
    const { id } = await send({ content })
    await checks.start()
    await untilState(id, 'ready')
    expect(await shown(id)).toMatchObject({ pages: 1 })
    expect(await stored(id)).toMatchObject({ active: true, readerMediaType: null })
    const answer = await opened(id)
    expect(answer.rawPayload).toEqual(content)
    expect(answer.headers['content-security-policy']).toContain('sandbox')
  })

  test('is said to be unscanned where there is no scanner', async () => {
    verdict = () => Promise.resolve('not_scanned')
    const { id } = await send()
    await checks.start()
    await untilState(id, 'ready')
    expect((await shown(id)).scanned).toBe(false)
  })
})

describe('a file that cannot be used', () => {
  test('is refused with the reason, and whoever sent it is told', async () => {
    const locked = await send({ content: await aLockedPdf({ password: 'secret' }) })
    const broken = await send({ content: aPdfLike() })
    await checks.start()
    await untilState(locked.id, 'refused')
    await untilState(broken.id, 'refused')
    expect((await shown(locked.id)).reason).toBe('needs_password')
    expect((await shown(broken.id)).reason).toBe('not_readable')
    expect((await opened(locked.id)).statusCode).toBe(409)
    const { items } = (await owner.browser.send('GET', '/account/messages')).json<AccountMessages>()
    expect(items.map(({ kind, about }) => [kind, about.documentId, about.reason]).toSorted()).toEqual(
      [
        ['document_refused', locked.id, 'needs_password'],
        ['document_refused', broken.id, 'not_readable'],
      ].toSorted(),
    )
    const audit = await api.deps.commit((tx) => tx.auditEvent.findMany({ where: { subjectId: owner.id } }))
    expect(audit).toContainEqual(
      expect.objectContaining({
        event: 'document.refused',
        actorKind: 'system',
        details: { document: locked.id, reason: 'needs_password' },
      }),
    )
  })

  test('because it is harmful, is not opened at all', async () => {
    verdict = () => Promise.resolve('harmful')
    inspect = () => Promise.reject(new Error('opened'))
    const { id } = await send()
    await checks.start()
    await untilState(id, 'refused')
    expect(await shown(id)).toMatchObject({ reason: 'harmful', scanned: true })
    expect(errors).toEqual([])
  })

  test('since it ends the process that opens it, is refused after three tries', async () => {
    let tries = 0
    inspect = () => {
      tries += 1
      return Promise.reject(new InspectionCrashedError('it crashed'))
    }
    const { id } = await send()
    await checks.start()
    await untilState(id, 'refused')
    expect((await shown(id)).reason).toBe('not_readable')
    expect(tries).toBe(3)
  })

  test('is not one of which the tries ended for other reasons, however many', async () => {
    verdict = () => Promise.reject(new ScannerFaultError('away'))
    const { id } = await send()
    await checks.start()
    await vi.waitFor(() => expect(errors.length).toBeGreaterThanOrEqual(4), { timeout: 60_000 })
    inspect = () => {
      inspect = inspectFile
      return Promise.reject(new InspectionCrashedError('it crashed'))
    }
    verdict = () => Promise.resolve('clean')
    await untilState(id, 'ready')
    expect(errors.at(-1)).toBeInstanceOf(InspectionCrashedError)
  })
})

describe('a check', () => {
  test('waits for a scanner that is away, and takes nothing for clean meanwhile', async () => {
    verdict = () => Promise.reject(new ScannerFaultError('away'))
    const { id } = await send()
    await checks.start()
    await vi.waitFor(() => expect(errors.length).toBeGreaterThanOrEqual(4), { timeout: 60_000 })
    expect(errors.every((error) => error instanceof ScannerFaultError)).toBe(true)
    expect(await shown(id)).toMatchObject({ state: 'checking', scanned: false })
    expect((await checks.waiting()).waiting).toBeGreaterThanOrEqual(1)
    expect((await checks.waiting()).oldestSeconds).toBeGreaterThan(0)
    verdict = () => Promise.resolve('clean')
    await untilState(id, 'ready')
  })

  test('that died half way is done anew by another process, from its beginning', async () => {
    const { id } = await send({ fileName: 'a.jpg', content: await aJpegWithPlace() })
    const dead = { id, checkId: randomUUID() }
    const document = await api.deps.commit((tx) => claimDocument(tx, dead))
    if (document === null) throw new Error('nothing to check')
    const writer = api.deps.documents.bytes.write(document, 'reader')
    await writer.add(Buffer.alloc(500_000, 'half of a picture'))
    expect((await shown(id)).state).toBe('checking')
    await checks.start()
    await untilState(id, 'ready')
    const answer = await opened(id)
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]))
    // Should it be alive after all, it has nothing to say any more.
    const late = { ...dead, pages: 9, active: false, scanned: true, reader: null }
    expect(await api.deps.commit((tx) => markReady(tx, late))).toBe(false)
  })

  test('holds nothing while it takes away what an earlier one left', async () => {
    const { id } = await send()
    await checks.start()
    await untilState(id, 'ready')
    expect(atRemoval).toEqual([
      ['reader', 'checking'],
      ['page', 'checking'],
    ])
  })

  test('is done once, however many processes work the queue', async () => {
    const documents = await Promise.all(Array.from({ length: 6 }, () => send({ content: aPdfLike() })))
    const second = aChecker()
    await Promise.all([checks.start(), second.start()])
    for (const { id } of documents) await untilState(id, 'refused')
    await second.stop()
    const { unread } = (await owner.browser.send('GET', '/account/messages')).json<AccountMessages>()
    expect(unread).toBe(6)
  })

  test('of a file that was deleted meanwhile leaves nothing', async () => {
    const { id } = await send()
    expect((await owner.browser.send('DELETE', `/documents/${id}`)).statusCode).toBe(204)
    const later = await send()
    await checks.start()
    await untilState(later.id, 'ready')
    expect((await owner.browser.send('GET', `/documents/${id}`)).statusCode).toBe(404)
    expect(errors).toEqual([])
  })

  test('that was given up on begins anew', async () => {
    const database = connectDatabase({ url: api.database.ownerUrl })
    await database.pool.query(`UPDATE pgboss.queue SET retry_limit = 0 WHERE name = 'document.check'`)
    verdict = () => Promise.reject(new ScannerFaultError('away'))
    const { id } = await send()
    await checks.start()
    await vi.waitFor(() => expect(errors.length).toBeGreaterThanOrEqual(2), { timeout: 60_000 })
    verdict = () => Promise.resolve('clean')
    await untilState(id, 'ready')
    await database.pool.query(`UPDATE pgboss.queue SET retry_limit = 600 WHERE name = 'document.check'`)
    await database.close()
  })
})

describe.each(clamdPaths)('with a real clamd, %s,', () => {
  test(
    'a file with EICAR in it is refused, also when clamd comes later than the file',
    { timeout: 120_000 },
    async () => {
      const clamd = await aClamd()
      const settings = { SCANNER: 'clamd', CLAMD_SOCKET: clamd.socket }
      const scanning = await startTestApp({ beside: api, settings })
      const harmful = await send({ content: Buffer.concat([Buffer.from('%PDF-1.7\n%'), eicar, aPdfOf()]) })
      const good = await send()
      await scanning.deps.documents.checks.start()
      await untilState(harmful.id, 'checking')
      await clamd.start()
      await untilState(harmful.id, 'refused')
      await untilState(good.id, 'ready')
      expect(await shown(harmful.id)).toMatchObject({ reason: 'harmful', scanned: true })
      expect(await shown(good.id)).toMatchObject({ scanned: true })
      await scanning.stop()
      await clamd.remove()
    },
  )
})
