import { ageAccount } from '@connect/prisma/testing/factories/account'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMailbox, changeProfile, profileIn } from '../../testing/own-account.ts'
import { post } from '../../testing/requests.ts'
import { aSignedInPerson, type SignedInBrowser } from '../../testing/signed-in.ts'
import { lastToken, mailsTo } from '../../testing/stored-mail.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(async () => {
  await api.stop()
})

const confirm = (token: string) => post(api, '/email-confirmations', { token })

describe('an e-mail address', () => {
  it('that was given at creation is confirmed by its link, without a word about a change', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const address = person.email ?? ''
    expect((await confirm(await lastToken(api, address))).statusCode).toBe(204)
    expect((await profileIn(browser)).profile).toMatchObject({
      email: address,
      emailConfirmed: true,
      pendingEmail: null,
    })
    expect(await mailsTo(api, address)).toEqual(['email_confirmation'])
  })

  it('is used when its link was opened, and the address before is told then', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const [before, after] = [person.email ?? '', aMailbox()]
    await confirm(await lastToken(api, before))
    expect((await changeProfile(browser, { email: after })).json()).toMatchObject({
      email: before,
      emailConfirmed: true,
      pendingEmail: { email: after },
    })
    expect(await mailsTo(api, before)).not.toContain('email_changed')
    expect((await confirm(await lastToken(api, after))).statusCode).toBe(204)
    expect((await profileIn(browser)).profile).toMatchObject({
      email: after,
      emailConfirmed: true,
      pendingEmail: null,
    })
    expect(await mailsTo(api, before)).toEqual(['email_confirmation', 'email_changed'])
    expect(await mailsTo(api, after)).toEqual(['email_confirmation'])
  })

  it('that nobody confirmed is told of the one that takes its place', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const after = aMailbox()
    await changeProfile(browser, { email: after })
    await confirm(await lastToken(api, after))
    expect(await mailsTo(api, person.email ?? '')).toEqual(['email_confirmation', 'email_changed'])
  })

  it('that is the first one changes nothing, and nobody is told so', async () => {
    const { browser } = await aSignedInPerson(api)
    await changeProfile(browser, { email: null })
    const messages = async () => (await browser.send('GET', '/account/messages')).json<{ items: object[] }>()
    const before = await messages()
    const first = aMailbox()
    await changeProfile(browser, { email: first })
    expect((await confirm(await lastToken(api, first))).statusCode).toBe(204)
    expect(await messages()).toEqual(before)
    expect(before.items).toHaveLength(1)
    expect(await mailsTo(api, first)).toEqual(['email_confirmation'])
  })

  it('takes the same link twice, also twice at once', async () => {
    const { browser } = await aSignedInPerson(api)
    const address = aMailbox()
    await changeProfile(browser, { email: address })
    const token = await lastToken(api, address)
    const answers = await Promise.all([confirm(token), confirm(token), confirm(token)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204])
    expect((await confirm(token)).statusCode).toBe(204)
    const { profile, etag } = await profileIn(browser)
    expect(profile).toMatchObject({ email: address, emailConfirmed: true })
    await confirm(token)
    expect((await profileIn(browser)).etag).toBe(etag)
  })

  it('is confirmed for the account that asked, whoever opens the link', async () => {
    const asking = await aSignedInPerson(api)
    const other = await aSignedInPerson(api)
    const address = aMailbox()
    await changeProfile(asking.browser, { email: address })
    const before = await profileIn(other.browser)
    const token = await lastToken(api, address)
    expect((await other.browser.send('POST', '/email-confirmations', { token })).statusCode).toBe(204)
    expect(await profileIn(other.browser)).toEqual(before)
    expect((await profileIn(asking.browser)).profile.email).toBe(address)
  })

  it.each([
    [
      'that was replaced by a newer one',
      async (browser: SignedInBrowser) => changeProfile(browser, { email: aMailbox() }),
    ],
    [
      'whose address was taken back',
      async (browser: SignedInBrowser) => changeProfile(browser, { email: null }),
    ],
    [
      'that was sent once more',
      async (browser: SignedInBrowser) => browser.send('POST', '/account/email-confirmation'),
    ],
    [
      'that is older than a day',
      async (_browser: SignedInBrowser, id: string) => ageAccount(api.database.ownerUrl, id, 24.1),
    ],
  ])('has no use for a link %s', async (_what, happens) => {
    const { person, browser } = await aSignedInPerson(api)
    const address = aMailbox()
    await changeProfile(browser, { email: address })
    const token = await lastToken(api, address)
    await happens(browser, person.id)
    expect((await confirm(token)).json()).toMatchObject({ status: 404, code: 'email_confirmation.not_found' })
    expect((await profileIn(browser)).profile.emailConfirmed).toBe(false)
  })

  it('has no use for a link that nobody sent', async () => {
    expect((await confirm('nothing-like-a-token')).json()).toMatchObject({
      status: 404,
      code: 'email_confirmation.not_found',
    })
  })

  it('stops waiting after a day, which is another version', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const before = await profileIn(browser)
    await ageAccount(api.database.ownerUrl, person.id, 24.1)
    const after = await profileIn(browser)
    expect(after.profile.pendingEmail).toBeNull()
    expect(after.etag).not.toBe(before.etag)
  })

  it('is swept when it has waited too long', async () => {
    const [late, early] = [await aSignedInPerson(api), await aSignedInPerson(api)]
    await ageAccount(api.database.ownerUrl, late.person.id, 24.1)
    expect((await api.deps.sweeper.sweepNow()).emailConfirmation).toBeGreaterThan(0)
    const { rows } = await api.deps.pool.query<{ id: string }>(
      'SELECT account_id AS id FROM email_confirmation WHERE account_id = ANY ($1)',
      [[late.person.id, early.person.id]],
    )
    expect(rows).toEqual([{ id: early.person.id }])
  })

  it('is sent its link again, five times a day at most', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const again = () => browser.send('POST', '/account/email-confirmation')
    const answers = []
    for (let time = 0; time < 6; time += 1) answers.push((await again()).statusCode)
    expect(answers).toEqual([204, 204, 204, 204, 204, 429])
    expect(await mailsTo(api, person.email ?? '')).toHaveLength(6)
    expect((await changeProfile(browser, { email: aMailbox() })).json()).toMatchObject({ code: 'limit.rate' })
    expect((await confirm(await lastToken(api, person.email ?? ''))).statusCode).toBe(204)
    expect((await again()).json()).toMatchObject({ status: 404, code: 'resource.not_found' })
  })

  it('that waits is taken back by giving the one in use, and other letter case is the same address', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const address = person.email ?? ''
    await confirm(await lastToken(api, address))
    const wanted = aMailbox()
    await changeProfile(browser, { email: wanted })
    const back = await changeProfile(browser, { email: address.toUpperCase() })
    expect(back.json()).toMatchObject({
      email: address.toUpperCase(),
      emailConfirmed: true,
      pendingEmail: null,
    })
    expect((await confirm(await lastToken(api, wanted))).statusCode).toBe(404)
  })

  it('on file that still waits keeps its link when it is given again, whatever version is named', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const email = person.email ?? ''
    const before = await profileIn(browser)
    for (const etag of [before.etag, '"0"']) {
      const same = await browser.send('PATCH', '/account', { email }, { 'if-match': etag })
      expect([same.statusCode, same.headers.etag, same.json()]).toEqual([200, before.etag, before.profile])
    }
    expect(await mailsTo(api, email)).toEqual(['email_confirmation'])
    expect((await confirm(await lastToken(api, email))).statusCode).toBe(204)
  })

  it('on file whose link has ended is sent another when it is given again', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const email = person.email ?? ''
    await ageAccount(api.database.ownerUrl, person.id, 24.1)
    expect((await changeProfile(browser, { email })).json()).toMatchObject({
      email,
      emailConfirmed: false,
      pendingEmail: { email },
    })
    expect((await confirm(await lastToken(api, email))).statusCode).toBe(204)
    expect((await profileIn(browser)).profile).toMatchObject({ email, emailConfirmed: true })
    expect(await mailsTo(api, email)).toEqual(['email_confirmation', 'email_confirmation'])
  })

  it('that nobody confirmed takes the place of one that waits when it is given again', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const wanted = aMailbox()
    await changeProfile(browser, { email: wanted })
    expect((await changeProfile(browser, { email: person.email })).json()).toMatchObject({
      pendingEmail: null,
    })
    expect((await confirm(await lastToken(api, wanted))).statusCode).toBe(404)
  })

  it('is removed at once, and told', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const address = person.email ?? ''
    await confirm(await lastToken(api, address))
    expect((await changeProfile(browser, { email: null })).json()).toMatchObject({
      email: null,
      emailConfirmed: false,
      pendingEmail: null,
    })
    expect(await mailsTo(api, address)).toEqual(['email_confirmation', 'email_changed'])
  })
})
