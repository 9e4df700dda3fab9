import type { AccountExport } from '@connect/contract/rooms/account-export'
import { holdCases } from '@connect/prisma/testing/factories/cases'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStoredNotice, associate } from '../../testing/own-case.ts'
import { aSignedInPerson, type SignedInBrowser } from '../../testing/signed-in.ts'
import { aStoredCase, tripleOf } from '../../testing/stored-case.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.stop())

interface Owned {
  readonly owner: { readonly id: string; readonly browser: SignedInBrowser }
}

async function anOwner(): Promise<Owned['owner']> {
  const { person, browser } = await aSignedInPerson(api)
  return { id: person.id, browser }
}

async function asJson({ owner }: Owned): Promise<AccountExport> {
  const response = await owner.browser.send('GET', '/account/export')
  expect(response.statusCode).toBe(200)
  return response.json<AccountExport>()
}

async function asText({ owner }: Owned): Promise<string> {
  const response = await owner.browser.send('GET', '/account/export', undefined, {
    accept: 'application/pdf',
  })
  const pdf = await getDocumentProxy(new Uint8Array(response.rawPayload))
  const { text } = await extractText(pdf, { mergePages: true })
  return text.replace(/\s+/g, ' ')
}

/** A case of one's own, of which a letter was opened. */
async function aReadCase() {
  const stored = await aStoredCase(api)
  const owner = await anOwner()
  const own = { ...stored, owner, linkId: await associate(owner, stored.members[0]) }
  const title = { en: 'Your renewal is due', es: 'Le toca renovar' }
  const letter = await aStoredNotice(api, own.caseId, { title, issuedOn: '2026-10-05' })
  await aStoredNotice(api, own.caseId, { title: { en: 'Never opened' } })
  const opened = await own.owner.browser.send('GET', `/cases/${own.caseId}/notices/${letter.id}`)
  expect(opened.statusCode).toBe(200)
  return { ...own, title }
}

const instant = expect.any(String) as string

describe('the cases in an export', () => {
  test('are those of the account, since when, whose they are, and the letters that were opened', async () => {
    const own = await aReadCase()
    const [{ firstName, lastName, clientId = '' }] = own.members
    const links = await own.owner.browser.send('GET', '/case-links')
    const { linkedAt } = links.json<{ items: [{ linkedAt: string }] }>().items[0]
    const data = await asJson(own)
    expect(data.caseLinks).toEqual([
      { linkedAt, confirmedAt: instant, held: false, person: { firstName, lastName } },
    ])
    expect(data.openedLetters).toEqual([
      { openedAt: instant, letter: { title: own.title, issuedOn: '2026-10-05' } },
    ])
    expect(JSON.stringify(data)).not.toContain(clientId)
    const text = await asText(own)
    for (const words of [
      `Cases in your account ${firstName} ${lastName}: associated on`,
      'Your benefits, payments and letters are records of the Department of Social Services.',
      'Letters you opened Your renewal is due, letter of October 5, 2026: opened on',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Never opened')
  })

  test('are told in the language of the profile, letters too', async () => {
    const own = await aReadCase()
    await own.owner.browser.send('PATCH', '/account', { locale: 'es' }, { 'if-match': '*' })
    const text = await asText(own)
    expect(text).toContain('Casos en su cuenta')
    expect(text).toContain('Le toca renovar, carta del 5 de octubre de 2026: abierta el')
  })

  test('say nothing of a case that is closed after a recovery, but that there is one', async () => {
    const own = await aReadCase()
    const [{ lastName }] = own.members
    await holdCases(api.database.ownerUrl, own.owner.id)
    const data = await asJson(own)
    expect(data.caseLinks).toEqual([{ linkedAt: instant, confirmedAt: instant, held: true, person: null }])
    expect(data.openedLetters).toEqual([{ openedAt: instant, letter: null }])
    const text = await asText(own)
    expect(text).toContain('A case that is closed for your safety until you show again that it is yours')
    for (const hidden of [`${lastName}: associated`, own.title.en]) expect(text).not.toContain(hidden)
    const shown = tripleOf(own.members[0])
    await own.owner.browser.send('POST', `/case-links/${own.linkId}/confirmation`, shown)
    const after = await asJson(own)
    expect(after.caseLinks).toMatchObject([{ held: false, person: { lastName } }])
    expect(Date.parse(after.caseLinks[0]?.confirmedAt ?? '')).toBeGreaterThan(
      Date.parse(data.caseLinks[0]?.confirmedAt ?? ''),
    )
    expect(after.openedLetters).toMatchObject([{ letter: { title: own.title } }])
  })

  test('say no more of one that was removed than that a letter was opened', async () => {
    const own = await aReadCase()
    await own.owner.browser.send('DELETE', `/case-links/${own.linkId}`)
    const data = await asJson(own)
    expect(data.caseLinks).toEqual([])
    expect(data.openedLetters).toEqual([{ openedAt: instant, letter: null }])
    expect(await asText(own)).toContain('A letter of a case that is closed to your account now: opened on')
  })

  test('are nobody else’s', async () => {
    const own = await aReadCase()
    const partner = { owner: await anOwner() }
    expect(await asJson(partner)).toMatchObject({ caseLinks: [], openedLetters: [] })
    await own.owner.browser.send('DELETE', `/case-links/${own.linkId}`)
    await associate(partner.owner, own.members[0])
    expect(await asJson(partner)).toMatchObject({ caseLinks: [{ held: false }], openedLetters: [] })
  })
})
