import { caseNoticesResponse, type CaseNotices } from '@connect/contract/rooms/cases'
import { aFedMember } from '@connect/households/fed-case'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { timeOrderedId } from '../../kernel/ids.ts'
import { anOwnCase, associate, aStoredNotice, type OwnCase } from '../../testing/own-case.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { aStoredCase } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { findNoticeContent, markNoticeRead } from './case-notices.store.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

async function page({ caseId, owner }: Omit<OwnCase, 'members'>, query = ''): Promise<CaseNotices> {
  const response = await owner.browser.send('GET', `/cases/${caseId}/notices${query}`)
  expect(response.statusCode).toBe(200)
  return caseNoticesResponse.parse(response.json())
}

const open = ({ caseId, owner }: OwnCase, noticeId: string) =>
  owner.browser.send('GET', `/cases/${caseId}/notices/${noticeId}`)

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('the letters to a case', () => {
  test('come newest first, with what is in them and whether they were opened', async () => {
    const own = await anOwnCase(api)
    const older = await aStoredNotice(api, own.caseId, { issuedOn: '2026-10-01', title: { en: 'Older' } })
    const newer = await aStoredNotice(api, own.caseId, {
      issuedOn: '2026-11-01',
      title: { en: 'Newer', es: 'Más nuevo' },
      mediaType: 'application/pdf',
      contentBase64: base64('%PDF-1.7 %%EOF'),
      asksForDocuments: true,
    })
    await open(own, older.id)
    expect(await page(own)).toEqual({
      items: [
        {
          id: newer.id,
          title: { en: 'Newer', es: 'Más nuevo' },
          issuedOn: '2026-11-01',
          mediaType: 'application/pdf',
          bytes: newer.content.length,
          asksForDocuments: true,
          readAt: null,
        },
        {
          id: older.id,
          title: { en: 'Older', es: null },
          issuedOn: '2026-10-01',
          mediaType: 'text/plain',
          bytes: older.content.length,
          asksForDocuments: false,
          readAt: expect.any(String) as string,
        },
      ],
      nextCursor: null,
      unread: 1,
    })
  })

  test('are none where nobody wrote', async () => {
    expect(await page(await anOwnCase(api))).toEqual({ items: [], nextCursor: null, unread: 0 })
  })

  test('come in pages that neither repeat nor leave out, also within one day', async () => {
    const own = await anOwnCase(api)
    for (const issuedOn of ['2026-03-01', '2026-05-01', '2026-05-01', '2026-05-01', '2026-04-01'])
      await aStoredNotice(api, own.caseId, { issuedOn })
    await aStoredNotice(api, (await anOwnCase(api)).caseId)
    const { items: all, unread } = await page(own)
    expect([all.length, unread]).toEqual([5, 5])
    const first = await page(own, '?limit=2')
    const second = await page(own, `?limit=2&cursor=${String(first.nextCursor)}`)
    const third = await page(own, `?limit=2&cursor=${String(second.nextCursor)}`)
    expect([...first.items, ...second.items, ...third.items]).toEqual(all)
    expect([first.unread, third.nextCursor]).toEqual([5, null])
  })

  test('take as many statements for one as for many', async () => {
    const own = await anOwnCase(api)
    for (let count = 0; count < 12; count += 1) await aStoredNotice(api, own.caseId)
    const query = vi.spyOn(api.deps.pool, 'query')
    const statementsFor = async (limit: number): Promise<number> => {
      query.mockClear()
      await page(own, `?limit=${String(limit)}`)
      return query.mock.calls.length
    }
    expect([await statementsFor(1), await statementsFor(12)]).toEqual([4, 4])
    query.mockRestore()
  })

  test('cannot be gone through with what no page gave', async () => {
    const { caseId, owner } = await anOwnCase(api)
    const response = await owner.browser.send('GET', `/cases/${caseId}/notices?cursor=abc`)
    expect(response.json()).toMatchObject({ status: 422, code: 'request.invalid' })
  })
})

describe('a letter', () => {
  test.each([
    ['text/plain', 'text/plain; charset=utf-8', 'txt', 'Señora,\nwe made a decision.\n'],
    ['application/pdf', 'application/pdf', 'pdf', '%PDF-1.7\nnone\n%%EOF'],
  ] as const)(
    'of type %s is a file to keep, and never a page of ours',
    async (mediaType, type, ending, text) => {
      const own = await anOwnCase(api)
      const changes = { mediaType, contentBase64: base64(text), issuedOn: '2026-11-02' }
      const { id } = await aStoredNotice(api, own.caseId, changes)
      const { statusCode, headers, rawPayload } = await open(own, id)
      expect([statusCode, rawPayload.toString()]).toEqual([200, text])
      expect(headers).toMatchObject({
        'content-type': type,
        'content-length': String(Buffer.byteLength(text)),
        'content-disposition': `attachment; filename="letter-2026-11-02.${ending}"`,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
    },
  )

  test('is read from its first opening on, for this account alone, and that is on record once', async () => {
    const [rosa, luis] = [aFedMember(), aFedMember()]
    const own = await anOwnCase(api, { members: [rosa, luis], programs: [] })
    const other = await aQuickOwner(api)
    await associate(other, luis)
    const { id } = await aStoredNotice(api, own.caseId)
    await open(own, id)
    const [first] = (await page(own)).items
    await open(own, id)
    expect((await page(own)).items).toEqual([first])
    expect((await page({ ...own, owner: other })).unread).toBe(1)
    const { rows } = await api.deps.pool.query<{ details: unknown }>(
      `SELECT details FROM audit_event WHERE event = 'case.notice_read' AND actor_id = $1`,
      [own.owner.id],
    )
    expect(rows).toMatchObject([{ details: { notice: id } }])
  })

  test('is not read by whoever asks for its headers alone', async () => {
    const own = await anOwnCase(api)
    const { id } = await aStoredNotice(api, own.caseId)
    const { cookie } = own.owner.browser
    const url = `/api/v1/cases/${own.caseId}/notices/${id}`
    const response = await api.app.inject({ method: 'HEAD', url, headers: { cookie } })
    expect([response.statusCode, response.rawPayload.length]).toEqual([200, 0])
    expect((await page(own)).unread).toBe(1)
  })

  test('that took the place of the one that was opened stays unread', async () => {
    const own = await anOwnCase(api)
    const { id } = await aStoredNotice(api, own.caseId)
    const key = { accountId: own.owner.id, caseId: own.caseId, noticeId: id }
    const opened = await findNoticeContent(api.deps.pool, key)
    if (opened === null) throw new Error('the letter is not there')
    await api.deps.pool.query(`UPDATE case_notice SET data_key = '\\x00' WHERE id = $1`, [id])
    const marked = await api.deps.commit((tx) =>
      markNoticeRead(tx, { accountId: own.owner.id, id, dataKey: opened.dataKey }),
    )
    expect(marked).toBe(false)
  })

  test('of another case of one’s own is not found in this one', async () => {
    const own = await anOwnCase(api)
    const second = await aStoredCase(api, { members: [...own.members] }, own.integratorId)
    const { id } = await aStoredNotice(api, second.caseId)
    expect((await open({ ...own, caseId: second.caseId }, id)).statusCode).toBe(200)
    for (const noticeId of [id, timeOrderedId()]) expect((await open(own, noticeId)).statusCode).toBe(404)
  })
})
