import type { ActivityItem } from '@connect/contract/rooms/account-profile'
import { aPassword } from '@connect/prisma/testing/factories/person'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAddress, post } from '../../testing/requests.ts'
import { aSignedInPerson, signInBrowser, type SignedInBrowser } from '../../testing/signed-in.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp()
})
afterAll(async () => {
  await api.stop()
})

interface Page {
  readonly items: ActivityItem[]
  readonly nextCursor: string | null
}

async function activity(browser: SignedInBrowser, query = ''): Promise<Page> {
  const response = await browser.send('GET', `/account/activity${query}`)
  expect(response.statusCode).toBe(200)
  return response.json<Page>()
}

describe('the activity of an account', () => {
  it('tells what happened, newest first, with the device and whether it was this network', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const { userId } = person
    const next = aPassword()
    await browser.send('PUT', '/account/password', { currentPassword: person.password, password: next })
    await browser.send('PUT', '/account/password', { currentPassword: 'Wrong#Pass7', password: aPassword() })
    const elsewhere = { 'x-forwarded-for': newAddress(), 'user-agent': 'something else' }
    await post(api, '/session', { userId, password: 'Wrong#Pass7' }, elsewhere)
    await signInBrowser(api, { userId, password: next }, browser.address)
    const { items } = await activity(browser)
    expect(items.map(({ event, device, place }) => [event, device, place])).toEqual([
      ['signed_in', 'firefox.linux', 'this_network'],
      ['sign_in_refused', 'other.other', 'another_network'],
      ['change_refused', 'firefox.linux', 'this_network'],
      ['password_changed', 'firefox.linux', 'this_network'],
      ['signed_in', 'firefox.linux', 'this_network'],
      ['account_created', 'other.other', 'another_network'],
    ])
    const times = items.map(({ occurredAt }) => occurredAt)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  it('says nothing of a place where none is known', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await api.deps.pool.query(
      `INSERT INTO audit_event (id, event, outcome, actor_kind, subject_id, details)
       VALUES ('019e0000-0000-7000-8000-000000000001', 'account.unlocked', 'succeeded', 'operator', $1, '{}')`,
      [person.id],
    )
    const [newest] = (await activity(browser)).items
    expect(newest).toMatchObject({ event: 'sign_in_unlocked', device: null, place: 'unknown' })
  })

  it('comes in pages that neither repeat nor leave out', async () => {
    const { browser } = await aSignedInPerson(api)
    for (const name of ['Ana', 'Eva', 'Ida'])
      await browser.send('PATCH', '/account', { firstName: name }, { 'if-match': '*' })
    const all = (await activity(browser)).items
    expect(all).toHaveLength(5)
    const seen: ActivityItem[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Page = await activity(browser, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items)
      cursor = page.nextCursor
    }
    expect(seen).toEqual(all)
  })

  it('is one’s own alone, also by a cursor of somebody else', async () => {
    const { browser } = await aSignedInPerson(api)
    const other = await aSignedInPerson(api)
    const [theirs] = (await activity(other.browser)).items
    const mine = (await activity(browser)).items
    expect(mine.map(({ id }) => id)).not.toContain(theirs?.id)
    expect((await activity(browser, `?cursor=${theirs?.id ?? ''}`)).items).toEqual([])
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=1e1',
    'limit=',
    'cursor=abc',
    'cursor=',
    'limit=2&limit=3',
    'page=2',
  ])('refuses the query %s', async (query) => {
    const { browser } = await aSignedInPerson(api)
    const response = await browser.send('GET', `/account/activity?${query}`)
    expect(response.json()).toMatchObject({ status: 422, code: 'request.invalid' })
  })
})
