import { createHash, randomUUID } from 'node:crypto'
import { documentLimits, type Document } from '@connect/contract/rooms/documents'
import type { ProblemDocument } from '@connect/contract/shared/problem'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aQuickOwner, type QuickOwner } from '../../testing/quick-owner.ts'
import { newKey } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { aPdfLike, formOf, sendForm, uploadForm } from '../../testing/upload.ts'

let api: TestApp
let owner: QuickOwner
beforeAll(async () => {
  api = await startTestApp()
  owner = await aQuickOwner(api)
})
afterAll(() => api.stop())

const told = (response: LightMyRequestResponse) => {
  const { code, errors = [] } = response.json<Partial<ProblemDocument>>()
  return [response.statusCode, code, ...errors.map(({ pointer, code: issue }) => `${pointer} ${issue}`)]
}
const documents = (where: { id?: string; accountId?: string }) =>
  api.deps.commit((tx) => tx.document.findMany({ where, include: { _count: { select: { chunks: true } } } }))

/** Nothing that did not arrive in full stays: it is taken away in the background. */
const nothingIsLeft = () =>
  vi.waitFor(
    async () => {
      const rows = await api.deps.commit((tx) => tx.document.findMany({ where: { state: 'receiving' } }))
      expect(rows).toEqual([])
    },
    { timeout: 20_000 },
  )

describe('a file that is sent', () => {
  test('is received, with the SHA-256 of its bytes, whichever part comes first', async () => {
    const content = aPdfLike(300_000)
    const kind = { name: 'kind', content: 'pay_stub' }
    const file = { name: 'file', fileName: 'Talón de pago.pdf', content }
    for (const parts of [
      [kind, file],
      [file, kind],
    ]) {
      const response = await sendForm(api, owner.browser, formOf(parts))
      expect(response.statusCode).toBe(201)
      const document = response.json<Document>()
      expect(document).toEqual({
        id: expect.any(String) as string,
        kind: 'pay_stub',
        fileName: 'Talón de pago.pdf',
        mediaType: 'application/pdf',
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
        state: 'received',
        reason: null,
        pages: null,
        scanned: false,
        createdAt: expect.any(String) as string,
        reportId: null,
      })
      const shown = await owner.browser.send('GET', `/documents/${document.id}`)
      expect(shown.json()).toEqual({
        ...document,
        state: expect.stringMatching(/received|checking|ready|refused/) as string,
      })
    }
  })

  test('leaves a row in the audit trail, and no name', async () => {
    const response = await sendForm(api, owner.browser, uploadForm({ fileName: 'Quentina.pdf' }))
    const { id } = response.json<Document>()
    const rows = await api.deps.commit((tx) =>
      tx.auditEvent.findMany({ where: { event: 'document.received' } }),
    )
    expect(rows.map(({ details }) => details)).toContainEqual(expect.objectContaining({ document: id }))
    expect(JSON.stringify(rows)).not.toContain('Quentina')
    const [row] = await documents({ id })
    expect(Buffer.from(row?.fileName ?? []).includes('Quentina')).toBe(false)
  })

  test('may be as large as the limit, and not a byte larger', async () => {
    const { id: accountId, browser } = await aQuickOwner(api)
    const most = await sendForm(api, browser, uploadForm({ content: aPdfLike(documentLimits.bytes) }))
    expect(most.statusCode).toBe(201)
    const more = await sendForm(api, browser, uploadForm({ content: aPdfLike(documentLimits.bytes + 1) }))
    expect(told(more)).toEqual([413, 'request.too_large'])
    await nothingIsLeft()
    expect(await documents({ accountId })).toMatchObject([
      { bytes: documentLimits.bytes, _count: { chunks: 80 } },
    ])
  })

  test('is refused when it is empty, of another type, or without what it proves, all at once', async () => {
    const { browser, id: accountId } = await aQuickOwner(api)
    const content = aPdfLike()
    const form = (...parts: Parameters<typeof formOf>[0]) => sendForm(api, browser, formOf(parts))
    const file = { name: 'file', fileName: 'a.pdf', content }
    const kind = { name: 'kind', content: 'other' }
    const invalid = [422, 'request.invalid']
    expect(told(await form(kind, { ...file, content: '' }))).toEqual([...invalid, '/file file.empty'])
    expect(told(await form({ ...file, fileName: 'a.jpg' }, { ...kind, content: 'poem' }))).toEqual([
      ...invalid,
      '/kind field.not_an_option',
      '/file file.type',
    ])
    expect(told(await form(kind))).toEqual([...invalid, '/file field.required'])
    expect(told(await form(file))).toEqual([...invalid, '/kind field.required'])
    expect(told(await form())).toEqual([...invalid, '/kind field.required', '/file field.required'])
    expect(told(await form(kind, kind, file, { name: 'note', content: 'x' }, file))).toEqual([
      ...invalid,
      '/note field.unknown',
      '/kind list.too_big',
      '/file list.too_big',
    ])
    await nothingIsLeft()
    expect(await documents({ accountId })).toEqual([])
  })
})

describe('a process that is about to end', () => {
  test('still takes what is about to arrive, and leaves what takes longer to another one', async () => {
    const ending = await startTestApp({ beside: api })
    const { browser } = await aQuickOwner(api)
    const key = newKey()
    const form = uploadForm({ content: aPdfLike(200_000) })
    ending.deps.draining.begin()
    expect((await sendForm(ending, browser, form)).statusCode).toBe(201)
    const now = performance.now()
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now + 20_000)
    const late = await sendForm(ending, browser, form, key)
    clock.mockRestore()
    expect(told(late)).toEqual([503, 'server.unavailable'])
    expect((await sendForm(api, browser, form, key)).statusCode).toBe(201)
    await ending.stop()
  })
})

describe('a body that is no form', () => {
  const key = newKey()
  const { type, body } = uploadForm({ content: aPdfLike(200_000) })

  test('is refused: cut off, without a boundary, or of another type', async () => {
    const send = (form: { type: string; body: Buffer }) => sendForm(api, owner.browser, form, key)
    for (const cut of [10, 150, 400, 100_000, body.length - 20])
      expect(told(await send({ type, body: body.subarray(0, cut) }))).toEqual([400, 'request.not_multipart'])
    expect(told(await send({ type: 'multipart/form-data', body }))).toEqual([400, 'request.not_multipart'])
    expect(told(await send({ type: 'application/json', body: Buffer.from('{}') }))).toEqual([
      415,
      'request.media_type',
    ])
    expect(told(await send({ type: 'multipart/form-data; boundary=x', body: Buffer.from('{}') }))).toEqual([
      400,
      'request.not_multipart',
    ])
    await nothingIsLeft()
    // None of these took the key.
    expect((await send({ type, body })).statusCode).toBe(201)
  })

  test('is not taken from another site, and from nobody who is not signed in', async () => {
    const elsewhere = { ...newKey(), 'sec-fetch-site': 'cross-site' }
    expect(told(await sendForm(api, owner.browser, { type, body }, elsewhere))).toEqual([
      403,
      'request.cross_site',
    ])
    const nobody = { cookie: '', address: owner.browser.address }
    expect(told(await sendForm(api, nobody, { type, body }))).toEqual([401, 'session.required'])
  })

  test('is not looked at without a key', async () => {
    expect(told(await sendForm(api, owner.browser, { type, body }, {}))).toEqual([
      400,
      'request.header_missing',
    ])
  })
})

describe('the same key', () => {
  test('with the same fields and the same file gives the same reply, and one file', async () => {
    const { id: accountId, browser } = await aQuickOwner(api)
    const key = newKey()
    const content = aPdfLike(200_000)
    const first = await sendForm(api, browser, uploadForm({ content }), key)
    // Another boundary, and the parts in another order: the same request for all that.
    const parts = [
      { name: 'file', fileName: 'proof.pdf', content },
      { name: 'kind', content: 'other' },
    ]
    const second = await sendForm(api, browser, formOf(parts), key)
    expect(second.statusCode).toBe(201)
    expect(second.body).toBe(first.body)
    expect(second.headers['idempotency-replayed']).toBe('true')
    expect(await documents({ accountId })).toHaveLength(1)
  })

  test('with another file, kind or name is refused', async () => {
    const { id: accountId, browser } = await aQuickOwner(api)
    const key = newKey()
    const content = aPdfLike()
    await sendForm(api, browser, uploadForm({ content }), key)
    const another = Buffer.from(content)
    another[500] = (another[500] ?? 0) ^ 1
    for (const other of [
      { content: another },
      { content, kind: 'pay_stub' },
      { content, fileName: 'b.pdf' },
      { content: Buffer.from('no PDF') },
    ]) {
      const response = await sendForm(api, browser, uploadForm(other), key)
      expect(told(response)).toEqual([422, 'idempotency.key_reused'])
    }
    expect(await documents({ accountId })).toHaveLength(1)
  })

  test('many times at once makes one file', async () => {
    const { id: accountId, browser } = await aQuickOwner(api)
    const key = newKey()
    const form = uploadForm({ content: aPdfLike(300_000) })
    const responses = await Promise.all(Array.from({ length: 12 }, () => sendForm(api, browser, form, key)))
    const statuses = new Set(responses.map(({ statusCode }) => statusCode))
    expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([])
    expect(
      new Set(responses.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body)).size,
    ).toBe(1)
    await nothingIsLeft()
    expect(await documents({ accountId })).toHaveLength(1)
  })

  test('is another person’s own', async () => {
    const [one, other] = [await aQuickOwner(api), await aQuickOwner(api)]
    const key = { 'idempotency-key': randomUUID() }
    const form = uploadForm()
    const first = await sendForm(api, one.browser, form, key)
    const second = await sendForm(api, other.browser, form, key)
    expect(second.json<Document>().id).not.toBe(first.json<Document>().id)
  })
})
