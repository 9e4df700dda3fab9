import { exportResponse, type AccountExport } from '@connect/contract/rooms/account-export'
import pg from 'pg'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { breakSeal, toldPlaces } from '../../testing/broken-seal.ts'
import { anAgencyCase, type AgencyCase } from '../../testing/entered-report.ts'
import { aStoredNotice } from '../../testing/own-case.ts'
import { aChange, aDraft, anOwnReport } from '../../testing/own-report.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { aStoredReceipt } from '../../testing/stored-receipt.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

type Owner = AgencyCase['owner']

async function exported({ browser }: Owner): Promise<AccountExport> {
  const response = await browser.send('GET', '/account/export')
  expect([response.statusCode, response.headers['content-type']]).toEqual([
    200,
    'application/json; charset=utf-8',
  ])
  return exportResponse.parse(response.json())
}

async function onPaper({ browser }: Owner): Promise<string> {
  const response = await browser.send('GET', '/account/export', undefined, { accept: 'application/pdf' })
  expect(response.statusCode).toBe(200)
  const pdf = await getDocumentProxy(new Uint8Array(response.rawPayload))
  return (await extractText(pdf, { mergePages: true })).text.replace(/\s+/g, ' ')
}

const nothingBroken = { emails: 0, caseLinks: 0, openedLetters: 0, reports: 0, documents: 0, receipts: 0 }

async function aToldCase(): Promise<AgencyCase> {
  const { person, browser } = await aSignedInPerson(api)
  return anAgencyCase(api, { id: person.id, browser })
}

/** Somebody with two reports, a draft and three files, who opened a letter. */
async function anOwner() {
  const told = await aToldCase()
  const { browser } = told.owner
  const files = []
  for (let count = 0; count < 3; count += 1) files.push((await anUploadedDocument(api, browser)).id)
  const [sent = '', drafted = ''] = files
  const broken = await anOwnReport(api, told, [{ ...aChange(told), documentIds: [sent] }])
  const whole = await anOwnReport(api, told, [aChange(told, 'school')])
  const draft = await aDraft(told, [{ typeId: 'you_move', documentIds: [drafted] }])
  const letter = await aStoredNotice(api, told.caseId)
  await browser.send('GET', `/cases/${told.caseId}/notices/${letter.id}`)
  return { told, owner: told.owner, files, broken, whole, draft, letter }
}

describe('what does not open', () => {
  test('is left out of an export, counted and told, and keeps nobody from the rest', async () => {
    const { told, owner, files, broken, whole, draft, letter } = await anOwner()
    const before = await exported(owner)
    expect(before.unreadable).toEqual(nothingBroken)
    const [mail] = await api.deps.commit((tx) => tx.mail.findMany({ where: { accountId: owner.id } }))
    const places = [
      ['mail', 'recipient', mail?.id ?? ''],
      ['benefit_case', 'summary', told.caseId],
      ['case_notice', 'title', letter.id],
      ['change_report', 'content', broken.id],
      ['document', 'file_name', files[2] ?? ''],
      ['receipt', 'content', broken.receipt.id],
    ] as const
    for (const [table, column, id] of places) await breakSeal(api, table, column, id)
    const after = await exported(owner)
    expect(after).toMatchObject({
      emails: before.emails.slice(0, -1).map(() => expect.anything() as unknown),
      caseLinks: [{ person: null }],
      openedLetters: [{ letter: null }],
      reports: [{ id: draft.id }, { id: whole.id }],
      documents: [{ id: files[1] }, { id: files[0] }],
      receipts: [whole.receipt],
      unreadable: { emails: 1, caseLinks: 1, openedLetters: 1, reports: 1, documents: 1, receipts: 1 },
    })
    const named = places.map(([table, column, id]) => `${table}.${column} of ${id}`)
    expect(toldPlaces(api)).toEqual(expect.arrayContaining(named))
    const text = await onPaper(owner)
    expect(text.split('Could not be opened here: 1. Please call us.')).toHaveLength(7)
    expect(text).toContain(whole.receipt.confirmationNumber)
    await owner.browser.send('PATCH', '/account', { locale: 'es' }, { 'if-match': '*' })
    expect(await onPaper(owner)).toContain('No se pudo abrir aquí: 1. Llámenos, por favor.')
    expect((await owner.browser.send('GET', '/case-links')).json()).toMatchObject({
      items: [{ id: told.linkId, caseId: told.caseId, person: null }],
    })
  })

  test('takes the report along with which a file was sent, and no other', async () => {
    const { owner, files, broken, whole, draft } = await anOwner()
    await breakSeal(api, 'document', 'file_name', files[0] ?? '')
    const { reports, documents, unreadable } = await exported(owner)
    expect(reports?.map(({ id }) => id)).toEqual([draft.id, whole.id])
    expect(reports?.map(({ id }) => id)).not.toContain(broken.id)
    expect(documents?.map(({ id }) => id)).toEqual([files[2], files[1]])
    expect(unreadable).toEqual({ ...nothingBroken, reports: 1, documents: 1 })
  })
})

test('however much there is, an export reads 50 of it at a time, each exactly once', async () => {
  const told = await aToldCase()
  const about = { caseId: told.caseId, accountId: told.owner.id, locale: 'en' } as const
  const ids: string[] = []
  while (ids.length < 101) {
    const stored = await Promise.all(Array.from({ length: 5 }, () => aStoredReceipt(api, about)))
    ids.push(...stored.map(({ receipt }) => receipt.id))
  }
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  const { receipts, reports } = await exported(told.owner)
  const asked = (sent.mock.calls as unknown[][]).flatMap(([each]) => {
    const { text = '', values = [] } = each as { text?: string; values?: unknown[] }
    return text.includes('WITH mine') ? [values.at(-1)] : []
  })
  sent.mockRestore()
  expect(receipts?.map(({ id }) => id)).toEqual(ids.toSorted().toReversed())
  expect(reports?.map(({ id }) => id).toSorted()).toEqual(
    receipts?.map(({ reportId }) => reportId).toSorted(),
  )
  expect(asked).toEqual([50, 50, 50, 50, 50, 50])
  expect(await onPaper(told.owner)).toContain('These are the newest 100. The JSON file has all of them.')
})

test('a database that fails while an export is read is told as such, and half an export is not sent', async () => {
  const { owner } = await aToldCase()
  const send = pg.Client.prototype.query as (this: pg.Client, ...asked: unknown[]) => unknown
  const failing = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...asked: unknown[]
  ) {
    const { text = '' } = asked[0] as { text?: string }
    if (text.includes(`d.state <> 'receiving'`))
      throw Object.assign(new Error('gone'), { code: 'ECONNRESET' })
    return send.apply(this, asked) as never
  })
  const response = await owner.browser.send('GET', '/account/export')
  failing.mockRestore()
  expect([response.statusCode, response.json()]).toMatchObject([503, { code: 'server.unavailable' }])
})
