import type { AccountExport } from '@connect/contract/rooms/account-export'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSignedInPerson, type SignedInBrowser } from '../../testing/signed-in.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(async () => {
  await api.stop()
})

function take(browser: SignedInBrowser, accept?: string) {
  return browser.send('GET', '/account/export', undefined, accept === undefined ? {} : { accept })
}

async function asJson(browser: SignedInBrowser): Promise<AccountExport> {
  const response = await take(browser)
  expect(response.statusCode).toBe(200)
  return response.json<AccountExport>()
}

async function readPdf(browser: SignedInBrowser) {
  const response = await take(browser, 'application/pdf')
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/pdf'])
  const pdf = await getDocumentProxy(new Uint8Array(response.rawPayload))
  const { text } = await extractText(pdf, { mergePages: true })
  return { pdf, text: text.replace(/\s+/g, ' '), response }
}

interface Tag {
  readonly role?: string
  readonly children?: readonly Tag[]
}

/** The tags of a page, in the order in which they are read. */
function rolesOf(tag: Tag | null): string[] {
  return tag === null ? [] : [tag.role ?? '', ...(tag.children ?? []).flatMap(rolesOf)].filter(Boolean)
}

describe('the export as JSON', () => {
  it('has everything that is kept, and neither hashes nor answers', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const response = await take(browser)
    expect(response.headers).toMatchObject({
      'content-disposition': 'attachment; filename="connect-myaccount.json"',
      'cache-control': 'no-store',
      vary: 'Accept',
    })
    const data = response.json<AccountExport>()
    const { userId, firstName, lastName, email } = person
    expect(data.account).toMatchObject({ id: person.id, userId, firstName, lastName, email, locale: 'en' })
    expect(data.secretQuestions.map(({ id }) => id)).toEqual(
      person.secretQuestions.map(({ questionId }) => questionId),
    )
    expect(data.agreements).toMatchObject([{ version: person.agreement.version, locale: 'en' }])
    expect(data.sessions).toMatchObject([{ device: 'firefox.linux' }])
    expect(data.emails).toMatchObject([{ to: email, template: 'email_confirmation' }])
    expect(data.activity.map(({ event }) => event)).toEqual(['exported', 'signed_in', 'account_created'])
    expect(response.body).not.toContain('$2b$')
    for (const { answer } of person.secretQuestions) expect(response.body).not.toContain(answer)
  })

  it('has what happened since', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await browser.send('PATCH', '/account', { firstName: 'Ñusta', email: null }, { 'if-match': '*' })
    const password = 'Qv7#mpLzw9'
    await browser.send('PUT', '/account/password', { currentPassword: person.password, password })
    const data = await asJson(browser)
    expect(data.account).toMatchObject({ firstName: 'Ñusta', email: null, pendingEmail: null })
    expect(data.messages.map(({ kind }) => kind)).toEqual(['password_changed', 'email_changed'])
  })

  it('is one’s own alone, and counted', async () => {
    const other = await aSignedInPerson(api)
    const { browser } = await aSignedInPerson(api)
    expect(JSON.stringify(await asJson(browser))).not.toContain(other.person.id)
    expect((await api.app.inject('/api/v1/account/export')).statusCode).toBe(401)
    const statuses = []
    for (let time = 1; time < 21; time += 1) statuses.push((await take(browser)).statusCode)
    expect([statuses.slice(0, -1).every((status) => status === 200), statuses.at(-1)]).toEqual([true, 429])
  })

  it.each([
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml', 'application/json'],
    ['application/pdf;q=0', 'application/json'],
    ['application/json, application/pdf;q=0.5', 'application/json'],
    ['application/pdf, */*;q=0.1', 'application/pdf'],
    ['application/json;q=0.2, application/pdf', 'application/pdf'],
  ])('or a document, as Accept: %s says', async (accept, type) => {
    const { browser } = await aSignedInPerson(api)
    expect((await take(browser, accept)).headers['content-type']).toContain(type)
  })
})

describe('the export as a document', () => {
  it('says in the language of the person what is kept', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const change = { firstName: 'María Ñusta', lastName: 'Núñez O’Brien', locale: 'es' }
    await browser.send('PATCH', '/account', change, { 'if-match': '*' })
    const { text, response } = await readPdf(browser)
    expect(response.headers['content-disposition']).toBe('attachment; filename="connect-myaccount.pdf"')
    for (const words of [
      'Todo sobre su MyAccount',
      'Nombre: María Ñusta',
      'Apellido: Núñez O’Brien',
      `Nombre de usuario: ${person.userId}`,
      person.email ?? '',
      'Se inició sesión, Firefox en Linux, desde la red que usó para este documento',
      'Página 1 de',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('□')
  })

  it('is tagged in reading order, and has a title and a language', async () => {
    const { browser } = await aSignedInPerson(api)
    const { pdf, response } = await readPdf(browser)
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Everything about your MyAccount', Language: 'en' })
    expect(response.rawPayload.toString('latin1')).toMatch(/\/DisplayDocTitle true/)
    const roles = rolesOf((await (await pdf.getPage(1)).getStructTree()) as Tag | null)
    expect(roles.slice(0, 5)).toEqual(['Root', 'Document', 'H1', 'P', 'P'])
    expect(roles.filter((role) => role === 'H2').length).toBeGreaterThan(4)
    const [firstList] = [roles.indexOf('L')]
    expect(roles.slice(firstList, firstList + 5)).toEqual(['L', 'LI', 'LBody', 'LI', 'LBody'])
  })

  it.each([
    ['Chinese', '张伟', '陳大文'],
    ['Japanese', 'さくら', '高橋'],
    ['Greek', 'Ελένη', 'Παπαδοπούλου'],
    ['Vietnamese', 'Đặng', 'Nguyễn'],
    ['Cyrillic', 'Ольга', 'Шевченко'],
  ])('shows a name in %s', async (_script, firstName, lastName) => {
    const { browser } = await aSignedInPerson(api)
    await browser.send('PATCH', '/account', { firstName, lastName }, { 'if-match': '*' })
    const { text } = await readPdf(browser)
    expect(text).toContain(`First name: ${firstName}`)
    expect(text).toContain(`Last name: ${lastName}`)
    expect(text).not.toContain('Some letters cannot be shown')
  })

  it('says where it cannot show a letter, and which file has it', async () => {
    const { browser } = await aSignedInPerson(api)
    await browser.send('PATCH', '/account', { firstName: '민준' }, { 'if-match': '*' })
    const { text } = await readPdf(browser)
    expect(text).toContain('First name: □□')
    expect(text).toContain('The JSON file has all of them')
    expect((await asJson(browser)).account.firstName).toBe('민준')
  })

  it('keeps to what can be read on paper, and says so', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await api.deps.pool.query(
      `INSERT INTO audit_event (id, event, outcome, actor_kind, subject_id, details)
       SELECT overlay(gen_random_uuid()::text placing '7' from 15 for 1)::uuid, 'session.refused', 'refused', 'anonymous',
              $1, '{}' FROM generate_series(1, 150)`,
      [person.id],
    )
    const { text } = await readPdf(browser)
    expect(text.split('Somebody tried to sign in').length - 1).toBe(100 - 1)
    expect(text).toContain('These are the newest 100')
    expect((await asJson(browser)).activity.length).toBeGreaterThan(150)
  })
})
