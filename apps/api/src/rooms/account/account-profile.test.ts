import type { Profile } from '@connect/contract/rooms/account-profile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMailbox, changeProfile, profileIn } from '../../testing/own-account.ts'
import { aSignedInPerson } from '../../testing/signed-in.ts'
import { mailsTo } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(async () => {
  await api.stop()
})

describe('the profile', () => {
  it('shows what was given at creation, with a version', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const { profile, etag } = await profileIn(browser)
    expect(profile).toEqual({
      id: person.id,
      userId: person.userId,
      firstName: person.firstName,
      lastName: person.lastName,
      email: person.email,
      emailConfirmed: false,
      pendingEmail: { email: person.email, expiresAt: expect.stringMatching(/Z$/) as string },
      locale: 'en',
      createdAt: expect.stringMatching(/Z$/) as string,
    })
    expect(etag).toMatch(/^"\w+"$/)
  })

  it('is for whoever is signed in', async () => {
    const response = await api.app.inject('/api/v1/account')
    expect(response.json()).toMatchObject({ status: 401, code: 'session.required' })
  })

  it('changes names and language, also to a name that is part of the user ID', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const names = { firstName: person.userId.replace(/\d/g, ''), lastName: '  Núñez   de la  Ó ' }
    const response = await changeProfile(browser, { ...names, locale: 'es' })
    expect(response.json()).toMatchObject({
      firstName: names.firstName,
      lastName: 'Núñez de la Ó',
      locale: 'es',
      userId: person.userId,
    })
    expect(await profileIn(browser)).toEqual({
      profile: response.json<Profile>(),
      etag: String(response.headers.etag),
    })
  })

  it('leaves what is left out, and changes nothing for an empty change', async () => {
    const { browser } = await aSignedInPerson(api)
    const before = await profileIn(browser)
    expect((await changeProfile(browser, {})).json()).toEqual(before.profile)
    expect(await profileIn(browser)).toEqual(before)
  })

  it('wants to know which version a change is based on', async () => {
    const { browser } = await aSignedInPerson(api)
    const response = await browser.send('PATCH', '/account', { firstName: 'Ana' })
    expect(response.json()).toMatchObject({ status: 428, code: 'request.version_missing' })
  })

  it('keeps a change of one tab from undoing that of another', async () => {
    const { browser } = await aSignedInPerson(api)
    const { etag } = await profileIn(browser)
    const ifMatch = { 'if-match': etag }
    expect((await browser.send('PATCH', '/account', { firstName: 'Ana' }, ifMatch)).statusCode).toBe(200)
    const late = await browser.send('PATCH', '/account', { firstName: 'Eva' }, ifMatch)
    expect(late.json()).toMatchObject({ status: 412, code: 'resource.stale' })
    expect((await profileIn(browser)).profile.firstName).toBe('Ana')
  })

  it('takes one of two changes that come at once', async () => {
    const { browser } = await aSignedInPerson(api)
    const ifMatch = { 'if-match': (await profileIn(browser)).etag }
    const answers = await Promise.all(
      ['Ana', 'Eva', 'Ida'].map((firstName) => browser.send('PATCH', '/account', { firstName }, ifMatch)),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412, 412])
  })

  it('answers its own change sent again with the version that there is', async () => {
    const { browser } = await aSignedInPerson(api)
    const ifMatch = { 'if-match': (await profileIn(browser)).etag }
    const wanted = { firstName: 'Ana', email: aMailbox() }
    const first = await browser.send('PATCH', '/account', wanted, ifMatch)
    const again = await browser.send('PATCH', '/account', wanted, ifMatch)
    expect([again.statusCode, again.json(), again.headers.etag]).toEqual([
      200,
      first.json(),
      first.headers.etag,
    ])
    expect(await mailsTo(api, wanted.email)).toEqual(['email_confirmation'])
  })

  it.each([
    ['a name of nothing', { firstName: ' ' }, '/firstName', 'name.required'],
    ['a name with digits', { lastName: 'R2D2' }, '/lastName', 'name.characters'],
    ['an e-mail that is none', { email: 'ana@' }, '/email', 'email.format'],
    ['a language that nobody speaks here', { locale: 'fr' }, '/locale', 'field.not_an_option'],
    ['a user ID, which stays', { userId: 'bluebird42' }, '/userId', 'field.unknown'],
    ['an operator object', { firstName: { contains: '' } }, '/firstName', 'field.wrong_type'],
    ['null for a name', { firstName: null }, '/firstName', 'field.wrong_type'],
  ])('refuses %s', async (_what, body, pointer, code) => {
    const { browser } = await aSignedInPerson(api)
    const response = await changeProfile(browser, body)
    expect(response.json()).toMatchObject({ status: 422, errors: [{ pointer, code }] })
  })

  it('keeps names out of plain sight in the database, the audit and the log', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await changeProfile(browser, { firstName: 'Zyxwvuk', email: 'zyxwvuk@example.org' })
    const { rows } = await api.deps.pool.query<{ row: string }>(
      `SELECT a::text AS row FROM account a UNION ALL SELECT c::text FROM email_confirmation c
        UNION ALL SELECT e::text FROM audit_event e UNION ALL SELECT m::text FROM mail m`,
    )
    const everything = rows.map(({ row }) => row).join() + JSON.stringify(api.lines)
    const hex = Buffer.from('yxwvuk').toString('hex')
    expect(everything).toContain(person.id)
    expect([everything.includes('yxwvuk'), everything.includes(hex)]).toEqual([false, false])
  })
})
