import { answersInWords } from '@connect/contract/changes/answer-words'
import type { AccountExport } from '@connect/contract/rooms/account-export'
import { holdCases } from '@connect/prisma/testing/factories/cases'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anAgencyCase, anEnteredReport, type AgencyCase } from '../../testing/entered-report.ts'
import { aChange, aDraft, anOwnReport, readReport } from '../../testing/own-report.ts'
import { associate } from '../../testing/own-case.ts'
import { newKey } from '../../testing/requests.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { anUploadedDocument } from '../../testing/upload.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

type Owner = AgencyCase['owner']

async function anOwner(): Promise<Owner> {
  const { person, browser } = await aSignedInPerson(api)
  return { id: person.id, browser }
}

async function asJson({ browser }: Owner): Promise<AccountExport> {
  const response = await browser.send('GET', '/account/export')
  expect(response.statusCode).toBe(200)
  return response.json<AccountExport>()
}

async function asText({ browser }: Owner): Promise<string> {
  const response = await browser.send('GET', '/account/export', undefined, { accept: 'application/pdf' })
  const pdf = await getDocumentProxy(new Uint8Array(response.rawPayload))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

/** Somebody who sent a report with a file, was asked for more, began another report, and told a third by phone. */
async function aBusyOwner() {
  const told = await anAgencyCase(api, await anOwner())
  const { owner, worker } = told
  const { id: sent } = await anUploadedDocument(api, owner.browser, { fileName: 'first pay stub.pdf' })
  const change = { ...aChange(told), documentIds: [sent] }
  const { id, receipt } = await anOwnReport(api, told, [change])
  const message = 'Please send:\n\tthe second pay stub.'
  const body = { to: 'needs_information', message }
  await worker.send('POST', `/agency/change-reports/${id}/transitions`, body, newKey())
  const { id: kept } = await anUploadedDocument(api, owner.browser, { fileName: 'kept back.pdf' })
  const draft = await aDraft(told, [{ typeId: 'school', documentIds: [kept] }])
  const entered = await anEnteredReport(told)
  return { told, owner, id, receipt, change, sent, kept, draft, entered }
}

describe('what was reported, in an export', () => {
  test('is there whole: drafts, files that were not sent, receipts, and what a worker entered', async () => {
    const { told, owner, id, receipt, sent, kept, draft, entered } = await aBusyOwner()
    const data = await asJson(owner)
    expect(data.reports?.map((report) => [report.id, report.status])).toEqual([
      [entered.reportId, 'received'],
      [draft.id, 'draft'],
      [id, 'needs_information'],
    ])
    expect(data.reports?.[1]).toMatchObject({ documents: [{ id: kept }], timeline: [] })
    expect(data.reports?.[2]).toEqual(await readReport(told, id))
    expect(data.documents?.map((file) => [file.id, file.fileName, file.reportId])).toEqual([
      [kept, 'kept back.pdf', null],
      [sent, 'first pay stub.pdf', id],
    ])
    expect(data.receipts).toEqual([entered, receipt])
  })

  test('is told in words, with each answer and what a worker wrote', async () => {
    const { owner, receipt, change } = await aBusyOwner()
    const text = await asText(owner)
    const answers = answersInWords(
      { typeId: change.typeId, details: receipt.changes[0]?.details ?? {} },
      { language: 'en', memberName: () => undefined },
    )
    expect(answers.length).toBeGreaterThan(2)
    for (const words of [
      `More information needed, confirmation number ${receipt.confirmationNumber}`,
      ...answers.map(({ question, answer }) => `${question} ${answer}`),
      'More information needed: Please send: the second pay stub.',
      'Signed by Rosa Example.',
      'Not sent yet',
      'day not given yet',
      'kept back.pdf, 1000 bytes',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('□')
    await owner.browser.send('PATCH', '/account', { locale: 'es' }, { 'if-match': '*' })
    const spanish = await asText(owner)
    for (const words of ['Lo que informó', 'Hace falta más información, número de confirmación'])
      expect(spanish).toContain(words)
  })

  test('stays closed after a recovery, as everywhere else', async () => {
    const { owner, receipt } = await aBusyOwner()
    await holdCases(api.database.ownerUrl, owner.id)
    expect(await asJson(owner)).toMatchObject({ reports: null, documents: null, receipts: null })
    const text = await asText(owner)
    expect(text).toContain(
      'What you reported This stays closed for your safety until you show again that your case is yours.',
    )
    for (const hidden of [receipt.confirmationNumber, 'pay stub', 'Rosa Example'])
      expect(text).not.toContain(hidden)
  })

  test('is nothing of what another adult of the case reported, also of whoever holds the client ID later', async () => {
    const { told, owner, entered } = await aBusyOwner()
    await owner.browser.send('DELETE', `/case-links/${told.linkId}`)
    const later = await anOwner()
    expect(await asJson(later)).toMatchObject({ reports: [], documents: [], receipts: [] })
    await associate(later, told.members[0])
    const data = await asJson(later)
    expect(data.reports?.map(({ id }) => id)).toEqual([entered.reportId])
    expect([data.documents, data.receipts?.map(({ id }) => id)]).toEqual([[], [entered.id]])
  })
})
