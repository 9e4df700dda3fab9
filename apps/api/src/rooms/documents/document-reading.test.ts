import { createHash } from 'node:crypto'
import { holdCases } from '@connect/prisma/testing/factories/cases'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwnCase } from '../../testing/own-case.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import type { SignedInBrowser } from '../../testing/signed-in.ts'
import { aStoredEvent } from '../../testing/stored-event.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument, aPdfLike, markReady, sendForm, uploadForm } from '../../testing/upload.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

/** A file that was checked, and whose it is. */
async function aReadyDocument(upload: Parameters<typeof uploadForm>[0] = {}) {
  const { id: accountId, browser } = await aQuickOwner(api)
  const document = await anUploadedDocument(api, browser, upload)
  await markReady(api, document.id)
  return { accountId, browser, document, content: `/documents/${document.id}/content` }
}

const told = (response: LightMyRequestResponse) => [
  response.statusCode,
  response.json<{ code: string }>().code,
]

const digestOf = (content: string | Buffer) =>
  `sha-256=:${createHash('sha256').update(content).digest('base64')}:`

const head = ({ cookie }: SignedInBrowser, url: string) =>
  api.app.inject({ method: 'HEAD', url: `/api/v1${url}`, headers: { cookie } })

describe('what a file holds', () => {
  test('is given back byte for byte, as a file and never as a page', async () => {
    const content = aPdfLike(400_000)
    const { browser, content: url } = await aReadyDocument({ content, fileName: 'Talón.pdf' })
    const response = await browser.send('GET', url)
    expect(response.statusCode).toBe(200)
    expect(response.rawPayload.equals(content)).toBe(true)
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'repr-digest': digestOf(content),
      'content-disposition': `attachment; filename="Tal_n.pdf"; filename*=UTF-8''Tal%C3%B3n.pdf`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  test('is not read by whoever asks for the headers alone', async () => {
    const { browser, document, content: url } = await aReadyDocument({ content: aPdfLike(300_000) })
    await api.deps.commit((tx) => tx.documentChunk.deleteMany({ where: { documentId: document.id } }))
    const response = await head(browser, url)
    expect(response.statusCode).toBe(200)
    expect(response.rawPayload).toHaveLength(0)
    expect(response.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-length': '300000' })
  })

  test('is what readers are given instead, where something was taken out', async () => {
    const { browser, document, content: url } = await aReadyDocument({ fileName: 'IMG.1.pdf' })
    const row = await api.deps.commit((tx) => tx.document.findUniqueOrThrow({ where: { id: document.id } }))
    const writer = api.deps.documents.bytes.write(row, 'reader')
    await writer.add(Buffer.from('for readers'))
    const { bytes, sha256 } = await writer.end()
    const data = { readerMediaType: 'image/jpeg', readerBytes: bytes, readerSha256: sha256 }
    await api.deps.commit((tx) => tx.document.update({ where: { id: document.id }, data }))
    const response = await browser.send('GET', url)
    expect(response.body).toBe('for readers')
    expect(response.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '11',
      'repr-digest': digestOf('for readers'),
      'content-disposition': 'attachment; filename="IMG.1.jpg"',
    })
  })

  test('is open only once it is ready', async () => {
    const { browser, document, content: url } = await aReadyDocument()
    for (const state of ['received', 'checking', 'refused']) {
      await api.deps.commit((tx) => tx.document.update({ where: { id: document.id }, data: { state } }))
      expect(told(await browser.send('GET', url))).toEqual([409, 'document.not_ready'])
    }
  })

  test('is not given in part when a piece was changed', async () => {
    const { browser, document, content: url } = await aReadyDocument({ content: aPdfLike(300_000) })
    const change =
      'UPDATE document_chunk SET content = set_byte(content, 50, 0) WHERE document_id = $1 AND position = '
    await api.deps.pool.query(`${change} 1`, [document.id])
    await expect(browser.send('GET', url)).rejects.toThrow()
    await api.deps.pool.query(`${change} 0`, [document.id])
    expect(told(await browser.send('GET', url))).toEqual([500, 'server.error'])
  })
})

describe('deleting a file', () => {
  test('takes it away with its bytes, and says so in the audit trail', async () => {
    const { browser, document } = await aReadyDocument()
    expect((await browser.send('DELETE', `/documents/${document.id}`)).statusCode).toBe(204)
    expect(told(await browser.send('GET', `/documents/${document.id}`))).toEqual([404, 'resource.not_found'])
    expect(told(await browser.send('DELETE', `/documents/${document.id}`))).toEqual([
      404,
      'resource.not_found',
    ])
    const left = await api.deps.commit((tx) => tx.documentChunk.count({ where: { documentId: document.id } }))
    expect(left).toBe(0)
    const trail = await api.deps.commit((tx) =>
      tx.auditEvent.findMany({ where: { event: 'document.deleted' } }),
    )
    expect(trail.map(({ details }) => details)).toContainEqual(
      expect.objectContaining({ document: document.id }),
    )
  })

  test('is refused once it was submitted', async () => {
    const { browser, document, accountId } = await aReadyDocument()
    const { caseId } = await anOwnCase(api)
    const eventId = await aStoredEvent(api, caseId, accountId)
    await api.deps.commit((tx) =>
      api.deps.documents.attachment.attach(tx, { accountId, eventId, documentIds: [document.id] }),
    )
    expect(told(await browser.send('DELETE', `/documents/${document.id}`))).toEqual([
      409,
      'document.submitted',
    ])
    expect((await browser.send('GET', `/documents/${document.id}`)).json()).toMatchObject({
      reportId: expect.any(String) as string,
    })
  })
})

test('after a recovery of the password files stay closed, and none is taken', async () => {
  const { owner } = await anOwnCase(api)
  const { id } = await anUploadedDocument(api, owner.browser)
  await markReady(api, id)
  await holdCases(api.database.ownerUrl, owner.id)
  const held = [403, 'case.held']
  for (const url of [`/documents/${id}`, `/documents/${id}/content`])
    expect(told(await owner.browser.send('GET', url))).toEqual(held)
  expect(told(await owner.browser.send('DELETE', `/documents/${id}`))).toEqual(held)
  expect(told(await sendForm(api, owner.browser, uploadForm()))).toEqual(held)
})
