import type { Receipt, Receipts } from '@connect/contract/rooms/receipts'
import { holdCases } from '@connect/prisma/testing/factories/cases'
import { aFedMember } from '@connect/households/fed-case'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anOwnCase, associate, type OwnCase } from '../../testing/own-case.ts'
import { aQuickOwner } from '../../testing/quick-owner.ts'
import { tripleOf } from '../../testing/stored-case.ts'
import { aStoredReceipt } from '../../testing/stored-receipt.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

const pdf = 'application/pdf'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

type Owner = OwnCase['owner']

const take = (owner: Owner, path: string, accept = 'application/json') =>
  owner.browser.send('GET', path, undefined, { accept })

async function listOf(owner: Owner, query = ''): Promise<Receipts> {
  const response = await take(owner, `/receipts${query}`)
  expect(response.statusCode).toBe(200)
  return response.json<Receipts>()
}

interface Tag {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Tag[]
}

function tagsOf(tag: Tag | null): Tag[] {
  return tag === null ? [] : [tag, ...(tag.children ?? []).flatMap(tagsOf)]
}

async function onPaper(owner: Owner, { id }: Receipt) {
  const response = await take(owner, `/receipts/${id}`, pdf)
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, pdf])
  const document = await getDocumentProxy(new Uint8Array(response.rawPayload))
  const { text } = await extractText(document, { mergePages: true })
  return { response, document, text: text.replace(/\s+/g, ' ') }
}

/** What an agency entered for a client ID of the account. */
async function anEnteredReceipt({ owner, caseId }: OwnCase) {
  const { receipt } = await aStoredReceipt(api, { caseId, accountId: null, channel: 'phone' })
  await api.deps.commit(async (tx) => {
    const link = await tx.caseLink.findFirstOrThrow({ where: { accountId: owner.id } })
    const data = { authorLookup: link.clientLookup }
    await tx.changeReport.update({ where: { id: receipt.reportId }, data })
  })
  return receipt
}

describe('one’s receipts', () => {
  test('are listed newest first, page by page, those of what the agency entered among them', async () => {
    const own = await anOwnCase(api)
    const { owner, caseId } = own
    expect(await listOf(owner)).toEqual({ items: [], nextCursor: null })
    const { receipt: first } = await aStoredReceipt(api, { caseId, accountId: owner.id })
    const second = await anEnteredReceipt(own)
    const { receipt: third } = await aStoredReceipt(api, { caseId, accountId: owner.id, kind: 'addition' })
    const page = await listOf(owner, '?limit=2')
    expect(page.items).toEqual(
      [third, second].map(({ id, kind, confirmationNumber, submittedAt, reportId }) => ({
        id,
        kind,
        confirmationNumber,
        submittedAt,
        reportId,
        caseId,
      })),
    )
    const rest = await listOf(owner, `?limit=2&cursor=${page.nextCursor ?? ''}`)
    expect([rest.items.map(({ id }) => id), rest.nextCursor]).toEqual([[first.id], null])
  })

  test('are given back to the letter, by themselves and by their report', async () => {
    const own = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, { caseId: own.caseId, accountId: own.owner.id })
    for (const path of [`/receipts/${receipt.id}`, `/change-reports/${receipt.reportId}/receipt`]) {
      const response = await take(own.owner, path)
      expect(response.json()).toEqual(receipt)
      expect(response.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'Accept' })
    }
    const entered = await anEnteredReceipt(own)
    expect((await take(own.owner, `/receipts/${entered.id}`)).json()).toEqual(entered)
    const reads = await api.deps.commit((tx) =>
      tx.auditEvent.count({ where: { event: 'receipt.read', actorId: own.owner.id } }),
    )
    expect(reads).toBe(3)
  })

  test('are not found by anybody else on the case', async () => {
    const [rosa, luis] = [aFedMember(), aFedMember()]
    const own = await anOwnCase(api, { members: [rosa, luis] })
    const partner = await aQuickOwner(api)
    await associate(partner, luis)
    const { receipt } = await aStoredReceipt(api, { caseId: own.caseId, accountId: own.owner.id })
    for (const { id, reportId } of [receipt, await anEnteredReceipt(own)])
      for (const path of [`/receipts/${id}`, `/change-reports/${reportId}/receipt`])
        expect((await take(partner, path)).statusCode).toBe(404)
    expect((await listOf(partner)).items).toEqual([])
  })

  test('are made into a document 60 times an hour, found or not, and are read as often as one likes', async () => {
    const own = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, { caseId: own.caseId, accountId: own.owner.id })
    const documents = Array.from({ length: 61 }, () =>
      take(own.owner, `/receipts/${receipt.reportId}`, pdf).then(({ statusCode }) => statusCode),
    )
    expect((await Promise.all(documents)).toSorted()).toEqual([...Array<number>(60).fill(404), 429])
    const refused = await take(own.owner, `/receipts/${receipt.id}`, pdf)
    expect(refused.headers['retry-after']).toMatch(/^\d+$/)
    expect((await take(own.owner, `/receipts/${receipt.id}`)).statusCode).toBe(200)
  })

  test('stay readable when the case is no longer in the account, but for what the agency entered', async () => {
    const own = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, { caseId: own.caseId, accountId: own.owner.id })
    const entered = await anEnteredReceipt(own)
    await own.owner.browser.send('DELETE', `/case-links/${own.linkId}`)
    expect((await take(own.owner, `/receipts/${receipt.id}`)).statusCode).toBe(200)
    expect((await take(own.owner, `/receipts/${entered.id}`)).statusCode).toBe(404)
  })

  test('are closed after a recovery until a case is confirmed', async () => {
    const own = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, { caseId: own.caseId, accountId: own.owner.id })
    const paths = ['/receipts', `/receipts/${receipt.id}`, `/change-reports/${receipt.reportId}/receipt`]
    await holdCases(api.database.ownerUrl, own.owner.id)
    for (const path of paths) {
      const held = await take(own.owner, path)
      expect([held.statusCode, held.json<{ code: string }>().code]).toEqual([403, 'case.held'])
    }
    const triple = tripleOf(own.members[0])
    await own.owner.browser.send('POST', `/case-links/${own.linkId}/confirmation`, triple)
    for (const path of paths) expect((await take(own.owner, path)).statusCode).toBe(200)
  })
})

describe('a receipt on paper', () => {
  test('says what was sent, each change with its own due date, and what happens next by when', async () => {
    const own = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, {
      caseId: own.caseId,
      accountId: own.owner.id,
      corrects: '0000 0000 0000',
    })
    const { text, document, response } = await onPaper(own.owner, receipt)
    for (const words of [
      `Receipt Confirmation number: ${receipt.confirmationNumber}`,
      'We have your report. It reached us on November 22, 2026 at 8:05 AM.',
      'It corrects the report with confirmation number 0000 0000 0000. Signed by Zoë Núñez-Ōta.',
      'You start a job: November 10, 2026. Due by November 20, 2026 (10 days). You reported it after that day.',
      'You move: November 20, 2026. Due by November 30, 2026 (10 days). You reported it in time.',
      'PDF, 3 pages, 482,113 bytes, SHA-256',
      'The Department has to act on it by December 2, 2026 (10 days).',
      'call 1-855-626-6632',
    ])
      expect(text).toContain(words)
    expect(text.replaceAll(' ', '')).toContain('a1'.repeat(32))
    expect(text).not.toContain('Bäckerei')
    expect(response.headers['content-disposition']).toBe('attachment; filename="connect-receipt.pdf"')
    expect(document.numPages).toBe(1)
  })

  test('says of what a worker wrote down that it is the worker’s', async () => {
    const own = await anOwnCase(api)
    const { text } = await onPaper(own.owner, await anEnteredReceipt(own))
    expect(text).toContain('You told us by phone on November 22, 2026. A worker wrote it down on')
    expect(text).toContain('What the worker added Line one')
    expect(text).not.toContain('Your message')
  })

  test('is tagged, in the language in which it was given, with a code that is explained', async () => {
    const own = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, {
      caseId: own.caseId,
      accountId: own.owner.id,
      locale: 'es',
    })
    const { text, document } = await onPaper(own.owner, receipt)
    expect(text).toContain(`Recibo Número de confirmación: ${receipt.confirmationNumber}`)
    expect(text).toContain(
      'Fecha límite: 20 de noviembre de 2026 (10 días). Lo informó después de esa fecha.',
    )
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Title: 'Recibo', Language: 'es' })
    const tags = tagsOf((await (await document.getPage(1)).getStructTree()) as Tag)
    expect(tags.map(({ role }) => role)).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'LI', 'Figure']))
    expect(tags.find(({ role }) => role === 'Figure')?.alt).toMatch(
      /^Código QR que abre http.*\/receipts\/verify/,
    )
  })

  test('has room for as much as one report can hold', async () => {
    const own = await anOwnCase(api)
    const change = {
      typeId: 'treatment_over_30_days',
      changedOn: '2026-11-20',
      dueOn: '2026-11-30',
      inTime: true,
      details: {},
      documentsLater: [],
    }
    const { receipt } = await aStoredReceipt(api, {
      caseId: own.caseId,
      accountId: own.owner.id,
      changes: Array.from({ length: 30 }, () => change),
      documents: Array.from({ length: 20 }, (_, at) => ({
        id: own.caseId,
        kind: 'other',
        fileName: `${String(at)} ${'long name '.repeat(19)}.jpg`,
        mediaType: 'image/jpeg' as const,
        bytes: 10_485_760,
        pages: null,
        sha256: Buffer.from(
          Array.from({ length: 32 }, (_byte, place) => (at * 37 + place * 91) % 256),
        ).toString('hex'),
      })),
    })
    const { text } = await onPaper(own.owner, receipt)
    expect(text).toContain('19 long name')
  })
})

test('somebody who associates the client ID later sees what the agency entered for it', async () => {
  const own = await anOwnCase(api)
  const entered = await anEnteredReceipt(own)
  await own.owner.browser.send('DELETE', `/case-links/${own.linkId}`)
  const again = await aQuickOwner(api)
  await associate(again, own.members[0])
  expect((await listOf(again)).items.map(({ id }) => id)).toEqual([entered.id])
})
