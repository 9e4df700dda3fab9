import { createHash } from 'node:crypto'
import type { Document } from '@connect/contract/rooms/documents'
import type { ProblemDocument } from '@connect/contract/shared/problem'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { getDocumentProxy } from 'unpdf'
import { timeOrderedId } from '../../kernel/ids.ts'
import { aPdfOf } from '../../testing/files/pdf-file.ts'
import { aJpeg, aPng } from '../../testing/files/picture-file.ts'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
let owner: QuickOwner
beforeAll(async () => {
  api = await startTestApp()
  await api.deps.documents.checks.start()
})
afterAll(() => api.stop())
beforeEach(async () => {
  owner = await aQuickOwner(api)
})

const combine = (body: object, key = newKey(), { browser } = owner) =>
  browser.send('POST', '/documents/combinations', body, key)

async function aReadyFile(fileName: string, content: Buffer): Promise<string> {
  const { id } = await anUploadedDocument(api, owner.browser, { fileName, content })
  await untilReady(id)
  return id
}

const untilReady = (id: string) =>
  vi.waitFor(
    async () => {
      const shown = await owner.browser.send('GET', `/documents/${id}`)
      expect(shown.json<Document>().state).toBe('ready')
    },
    { timeout: 60_000, interval: 100 },
  )

const stateOf = async (id: string) => (await owner.browser.send('GET', `/documents/${id}`)).statusCode
const issues = (response: LightMyRequestResponse) =>
  (response.json<ProblemDocument>().errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)

describe('several photos', () => {
  test('become one PDF, in the order given and each the right way round, and are gone', async () => {
    const wide = await aReadyFile('wide.jpg', await aJpeg({ width: 300, height: 200 }))
    const high = await aReadyFile('high.png', await aPng({ width: 200, height: 300 }))
    const body = { documentIds: [high, wide], kind: 'pay_stub', fileName: 'Talones de pago' }
    const key = newKey()
    const response = await combine(body, key)
    expect(response.statusCode).toBe(201)
    const made = response.json<Document>()
    expect(made).toMatchObject({
      kind: 'pay_stub',
      fileName: 'Talones de pago.pdf',
      mediaType: 'application/pdf',
      state: 'ready',
      pages: 2,
      scanned: false,
      reportId: null,
    })
    const shown = await owner.browser.send('GET', `/documents/${made.id}`)
    expect(shown.json()).toEqual(made)
    const { rawPayload } = await owner.browser.send('GET', `/documents/${made.id}/content`)
    expect(rawPayload).toHaveLength(made.bytes)
    expect(createHash('sha256').update(rawPayload).digest('hex')).toBe(made.sha256)
    const pdf = await getDocumentProxy(new Uint8Array(rawPayload))
    const pages = [await pdf.getPage(1), await pdf.getPage(2)]
    expect(pages.map(({ view }) => view)).toEqual([
      [0, 0, 612, 792],
      [0, 0, 792, 612],
    ])
    expect([await stateOf(wide), await stateOf(high)]).toEqual([404, 404])
    // The answer may be lost, and asked for again.
    expect((await combine(body, key)).body).toBe(response.body)
  })

  test('that are more than 10 MiB together are scaled down', { timeout: 60_000 }, async () => {
    const content = await aJpeg({ width: 3_600, height: 2_700, grain: true })
    expect(content.length).toBeGreaterThan(5_500_000)
    const documentIds = [await aReadyFile('a.jpg', content), await aReadyFile('b.jpg', content)]
    const made = (await combine({ documentIds, kind: 'other' })).json<Document>()
    expect(made.bytes).toBeLessThan(1_100_000)
    expect(made).toMatchObject({ pages: 2, fileName: 'document.pdf' })
  })

  test('may be as many as go with one submission', { timeout: 120_000 }, async () => {
    const documentIds: string[] = []
    const content = await aJpeg()
    for (let page = 0; page < 20; page += 1)
      documentIds.push(
        (await anUploadedDocument(api, owner.browser, { fileName: `${page}.jpg`, content })).id,
      )
    const waiting = await combine({ documentIds, kind: 'other' })
    expect(issues(waiting)).toContain('/documentIds/19 document.checking')
    for (const id of documentIds) await untilReady(id)
    const began = performance.now()
    const response = await combine({ documentIds, kind: 'other' })
    expect(performance.now() - began).toBeLessThan(5_000)
    expect(response.json()).toMatchObject({ pages: 20 })
    expect(
      (await combine({ documentIds: [...documentIds, timeOrderedId()], kind: 'other' })).statusCode,
    ).toBe(422)
  })

  test('make one PDF, however often it is asked for at once', async () => {
    const content = await aJpeg()
    const documentIds = [await aReadyFile('a.jpg', content), await aReadyFile('b.jpg', content)]
    const answers = await Promise.all([1, 2, 3].map(() => combine({ documentIds, kind: 'other' })))
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
    const kept = await api.deps.commit((tx) => tx.document.findMany({ where: { accountId: owner.id } }))
    expect(kept.filter(({ state }) => state === 'ready')).toHaveLength(1)
  })
})

describe('what is not taken', () => {
  test('is named file by file, and nothing is lost', async () => {
    const photo = await aReadyFile('a.jpg', await aJpeg())
    const pdf = await aReadyFile('a.pdf', aPdfOf())
    const nothing = timeOrderedId()
    const response = await combine({ documentIds: [photo, pdf, photo, nothing], kind: 'other' })
    expect(response.statusCode).toBe(422)
    expect(issues(response)).toEqual([
      '/documentIds/1 document.not_a_picture',
      '/documentIds/2 document.repeated',
      '/documentIds/3 document.unknown',
    ])
    expect([await stateOf(photo), await stateOf(pdf)]).toEqual([200, 200])
  })

  test("is another's photo, which stays where it is", async () => {
    const content = await aJpeg()
    const documentIds = [await aReadyFile('a.jpg', content), await aReadyFile('b.jpg', content)]
    const response = await combine({ documentIds, kind: 'other' }, newKey(), await aQuickOwner(api))
    expect(issues(response)).toEqual(['/documentIds/0 document.unknown', '/documentIds/1 document.unknown'])
    expect(await stateOf(documentIds[0] ?? '')).toBe(200)
  })

  test('is a single photo, and a kind of proof that is none', async () => {
    const documentIds = [await aReadyFile('a.jpg', await aJpeg())]
    expect(issues(await combine({ documentIds, kind: 'poem' }))).toEqual([
      '/documentIds list.too_small',
      '/kind field.not_an_option',
    ])
  })
})
