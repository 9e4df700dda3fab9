import type { StoredCase, StoredNotice } from '@connect/contract/rooms/case-feed'
import { aFedCase, aFedNotice, aReference } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anIntegrator } from '../../testing/integrator.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let system: Awaited<ReturnType<typeof anIntegrator>>
let caseRef: string
let caseId: string

beforeAll(async () => {
  api = await startTestApp()
  system = await anIntegrator(api, ['cases:write'])
  caseRef = aReference('C')
  caseId = (await system.send('PUT', `/agency/cases/${caseRef}`, aFedCase())).json<StoredCase>().caseId
})
afterAll(() => api.stop())

const put = (noticeRef: string, fed: unknown, of = caseRef, by = system) =>
  by.send('PUT', `/agency/cases/${of}/notices/${noticeRef}`, fed)

const stored = (noticeRef: string) =>
  api.deps.commit((tx) =>
    tx.caseNotice.findUniqueOrThrow({
      where: { caseId_noticeRef: { caseId, noticeRef } },
      include: { reads: true },
    }),
  )

const pdf = (text: string) => Buffer.from(text, 'latin1').toString('base64')

describe('a letter that is told', () => {
  test('is new once, and replaced under the same id after that', async () => {
    const noticeRef = aReference('N')
    const created = await put(noticeRef, aFedNotice('Good day\n', { asksForDocuments: true }))
    expect(created.statusCode).toBe(201)
    const { noticeId } = created.json<StoredNotice>()
    expect(created.json()).toEqual({ noticeId, noticeRef, caseRef })
    const replaced = await put(noticeRef, aFedNotice('Good evening\n', { issuedOn: '2026-11-03' }))
    expect(replaced.statusCode).toBe(200)
    expect(replaced.json()).toEqual(created.json())

    const row = await stored(noticeRef)
    expect(row).toMatchObject({ id: noticeId, bytes: 13, mediaType: 'text/plain', asksForDocuments: false })
    expect(row.issuedOn.toISOString()).toBe('2026-11-03T00:00:00.000Z')
    const seal = api.deps.cipher.open('case_notice', row.id, row)
    expect(Buffer.from(seal.openBytes('content', row.content)).toString()).toBe('Good evening\n')
    expect(JSON.parse(seal.openText('title', row.title))).toEqual({
      en: 'Notice of decision',
      es: 'Aviso de decisión',
    })
    expect(Buffer.from(row.content).toString('latin1')).not.toContain('Good evening')
  })

  test('is unread again when it says something else, and stays read when it does not', async () => {
    const noticeRef = aReference('N')
    const fed = aFedNotice('As it was\n')
    const { noticeId } = (await put(noticeRef, fed)).json<StoredNotice>()
    const { id: accountId } = await aQuickOwner(api)
    const read = () => api.deps.commit((tx) => tx.caseNoticeRead.create({ data: { noticeId, accountId } }))
    await read()
    await put(noticeRef, fed)
    expect((await stored(noticeRef)).reads).toHaveLength(1)
    const others = [
      aFedNotice('As it is\n'),
      aFedNotice('As it is\n', { title: { en: 'Another' } }),
      aFedNotice('As it is\n', { title: { en: 'Another' }, issuedOn: '2026-11-04' }),
    ]
    for (const other of others) {
      expect((await put(noticeRef, other)).statusCode).toBe(200)
      expect((await stored(noticeRef)).reads).toHaveLength(0)
      await read()
    }
  })

  test('is one letter although many tell it at once', async () => {
    const noticeRef = aReference('N')
    const texts = Array.from({ length: 10 }, (_, index) => `Letter ${String(index)}\n`)
    const answers = await Promise.all(texts.map((text) => put(noticeRef, aFedNotice(text))))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([
      ...Array<number>(9).fill(200),
      201,
    ])
    expect(new Set(answers.map((answer) => answer.json<StoredNotice>().noticeId)).size).toBe(1)
  })

  test('mends one whose seal is broken', async () => {
    const noticeRef = aReference('N')
    const { noticeId } = (await put(noticeRef, aFedNotice('Whole\n'))).json<StoredNotice>()
    await api.deps.commit((tx) =>
      tx.caseNotice.update({ where: { id: noticeId }, data: { content: new Uint8Array(40) } }),
    )
    expect((await put(noticeRef, aFedNotice('Whole\n'))).statusCode).toBe(200)
    const row = await stored(noticeRef)
    const opened = api.deps.cipher.open('case_notice', row.id, row).openBytes('content', row.content)
    expect(Buffer.from(opened).toString()).toBe('Whole\n')
  })

  test('may be a PDF', async () => {
    const fed = aFedNotice('', { mediaType: 'application/pdf', contentBase64: pdf('%PDF-1.7\n…\n%%EOF\n') })
    expect((await put(aReference('N'), fed)).statusCode).toBe(201)
  })

  test('is of a case that the same integrator told: others are not there', async () => {
    const other = await anIntegrator(api, ['cases:write'])
    for (const answer of [
      await put(aReference('N'), aFedNotice(), aReference('C')),
      await put(aReference('N'), aFedNotice(), caseRef, other),
    ]) {
      expect(answer.statusCode).toBe(404)
      expect(answer.json()).toMatchObject({ code: 'resource.not_found' })
    }
  })
})

describe('what is wrong with a letter', () => {
  const bytes = (...values: number[]) => Buffer.from(values).toString('base64')

  test.each([
    ['no base64', { contentBase64: 'aGk' }, '/contentBase64 content.encoding'],
    ['base64 for addresses', { contentBase64: '_-_-' }, '/contentBase64 content.encoding'],
    ['nothing', { contentBase64: '' }, '/contentBase64 text.too_small'],
    ['NUL in a text', { contentBase64: bytes(72, 0, 73, 10) }, '/contentBase64 content.type'],
    ['a text that is not UTF-8', { contentBase64: bytes(0xe9, 0x74, 0xe9) }, '/contentBase64 content.type'],
    [
      'no PDF',
      { mediaType: 'application/pdf', contentBase64: pdf('<html>%%EOF') },
      '/contentBase64 content.type',
    ],
    [
      'half a PDF',
      { mediaType: 'application/pdf', contentBase64: pdf('%PDF-1.7\n…') },
      '/contentBase64 content.type',
    ],
    ['another type', { mediaType: 'text/html' }, '/mediaType field.not_an_option'],
    ['a day that is none', { issuedOn: '2026-02-30' }, '/issuedOn day.not_in_calendar'],
    ['the year 0', { issuedOn: '0000-01-01' }, '/issuedOn day.not_in_calendar'],
    ['a title of spaces', { title: { en: '   ' } }, '/title/en text.too_small'],
    ['a title that turns text around', { title: { en: 'a\u202eb' } }, '/title/en text.steering'],
    ['a title with a bell', { title: { en: 'Aviso', es: 'a\u0007b' } }, '/title/es text.steering'],
    ['no English title', { title: { es: 'Aviso' } }, '/title/en field.required'],
    ['a field that nobody knows', { pages: 2 }, '/pages field.unknown'],
  ])('is told: %s', async (_what, change, told) => {
    const response = await put(aReference('N'), { ...aFedNotice(), ...change })
    expect(response.statusCode).toBe(422)
    const { errors } = response.json<{ errors: { pointer: string; code: string }[] }>()
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toContain(told)
  })

  test('is more than 2 MiB, and a letter of almost so much is taken', async () => {
    const letter = (bytesLong: number) => aFedNotice('a'.repeat(bytesLong))
    expect((await put(aReference('N'), letter(1_572_000))).statusCode).toBe(201)
    expect((await put(aReference('N'), letter(1_580_000))).statusCode).toBe(413)
  })
})
