import type { DeviceSessions } from '@connect/contract/rooms/session'
import { ageSession } from '@connect/prisma/testing/factories/session'
import { afterAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { newAddress, post } from '../../testing/requests.ts'
import { aSignedInPerson, signInBrowser, type SignedInBrowser } from '../../testing/signed-in.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, database, stop } = await startTestBed()
afterAll(stop)

async function listed(browser: SignedInBrowser, query = ''): Promise<DeviceSessions> {
  const response = await browser.send('GET', `/account/sessions${query}`)
  expect(response.statusCode).toBe(200)
  return response.json()
}

const currentId = async (browser: SignedInBrowser) =>
  (await listed(browser)).items.find(({ current }) => current)?.id ?? ''

describe('the list of devices', () => {
  it('tells browser, system and network of each session, newest first, and which one asks', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const elsewhere = await signInBrowser(api, person)
    const beside = await signInBrowser(api, person, browser.address)
    const { items, nextCursor } = await listed(browser)
    expect(
      items.map(({ device, place, current, ownDevice }) => ({ device, place, current, ownDevice })),
    ).toEqual(
      [
        { place: 'this_network', current: false },
        { place: 'another_network', current: false },
        { place: 'this_network', current: true },
      ].map((row) => ({ device: 'firefox.linux', ...row, ownDevice: false })),
    )
    expect(nextCursor).toBeNull()
    for (const { createdAt, lastSeenAt } of items) expect(lastSeenAt >= createdAt).toBe(true)
    expect((await listed(elsewhere)).items.map(({ place }) => place)).toEqual([
      'another_network',
      'this_network',
      'another_network',
    ])
    expect(await currentId(beside)).toBe(items[0]?.id)
  })

  it('holds live sessions of one’s own only', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await aSignedInPerson(api)
    await ageSession(api.database.ownerUrl, person.id, { idleMinutes: 16 })
    const now = await signInBrowser(api, person)
    expect((await listed(now)).items.map(({ current }) => current)).toEqual([true])
    expect((await browser.send('GET', '/account/sessions')).statusCode).toBe(401)
  })

  it('tells when somebody was last heard from there', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const away = await signInBrowser(api, person)
    await ageSession(api.database.ownerUrl, await currentId(away), { idleMinutes: 10, absoluteHours: 1 })
    const before = (await listed(browser)).items[0]
    expect(Date.now() - Date.parse(before?.lastSeenAt ?? '')).toBeGreaterThan(9 * 60_000)
    await away.send('POST', '/session/extension')
    const after = (await listed(browser)).items[0]
    expect(after?.id).toBe(before?.id)
    expect(Date.parse(after?.lastSeenAt ?? '') - Date.parse(before?.lastSeenAt ?? '')).toBeGreaterThan(
      9 * 60_000,
    )
  })

  it('claims nothing of a network that was not noted', async () => {
    const { person, browser } = await aSignedInPerson(api)
    await database.query('UPDATE session SET network = NULL WHERE account_id = $1', [person.id])
    expect((await listed(browser)).items.map(({ place }) => place)).toEqual(['unknown'])
  })

  it('says where the owner said “this is my own device”', async () => {
    const { userId, password } = await aPersonWithAccount(api)
    await post(api, '/session', { userId, password, ownDevice: true })
    const browser = await signInBrowser(api, { userId, password })
    expect((await listed(browser)).items.map(({ ownDevice }) => ownDevice)).toEqual([false, true])
  })

  it('comes in pages', async () => {
    const { person, browser } = await aSignedInPerson(api)
    for (let count = 0; count < 2; count += 1) await signInBrowser(api, person)
    const whole = await listed(browser)
    const first = await listed(browser, '?limit=2')
    expect(first.items).toHaveLength(2)
    const rest = await listed(browser, `?limit=2&cursor=${first.nextCursor ?? ''}`)
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id))
    expect(rest.nextCursor).toBeNull()
  })

  it.each(['?limit=0', '?limit=101', '?limit=2&limit=3', '?cursor=elsewhere', '?sort=id'])(
    'refuses %s',
    async (query) => {
      const { browser } = await aSignedInPerson(api)
      expect((await browser.send('GET', `/account/sessions${query}`)).statusCode).toBe(422)
    },
  )
})

describe('“Sign out there”', () => {
  it('ends that session at once, at every instance, and no other', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const there = await signInBrowser(api, person)
    expect((await there.send('GET', '/session', undefined, {}, second)).statusCode).toBe(200)
    const id = await currentId(there)
    expect((await browser.send('DELETE', `/account/sessions/${id}`)).statusCode).toBe(204)
    expect((await there.send('GET', '/session', undefined, {}, second)).statusCode).toBe(401)
    expect((await browser.send('GET', '/session')).statusCode).toBe(200)
    expect((await browser.send('DELETE', `/account/sessions/${id}`)).statusCode, 'again').toBe(404)
  })

  it('leaves a row in the audit trail, with the browser that asked', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const there = await signInBrowser(api, person)
    await browser.send('DELETE', `/account/sessions/${await currentId(there)}`)
    const { rows } = await database.query(
      `SELECT actor_kind, actor_id, details - 'network' AS details FROM audit_event
        WHERE event = 'session.revoked' AND subject_id = $1`,
      [person.id],
    )
    expect(rows).toEqual([
      { actor_kind: 'client', actor_id: person.id, details: { device: 'firefox.linux' } },
    ])
  })

  it('takes nobody else’s session, and says no more of it than of one that never was', async () => {
    const { browser } = await aSignedInPerson(api)
    const { browser: other } = await aSignedInPerson(api)
    const id = await currentId(other)
    const answers = [id, id.replace(/.{4}$/, 'ffff')].map(async (wanted) => {
      const response = await browser.send('DELETE', `/account/sessions/${wanted}`)
      const { instance, ...body } = response.json<{ instance: string }>()
      expect(instance).toBeTruthy()
      return { status: response.statusCode, body }
    })
    const [foreign, missing] = await Promise.all(answers)
    expect(foreign).toMatchObject({ status: 404, body: { code: 'resource.not_found' } })
    expect(missing).toEqual(foreign)
    expect((await other.send('GET', '/session')).statusCode).toBe(200)
  })

  it('forgets that the browser there is an own device', async () => {
    const { userId, password, id } = await aPersonWithAccount(api)
    const marked = await post(api, '/session', { userId, password, ownDevice: true })
    expect(marked.statusCode).toBe(200)
    const browser = await signInBrowser(api, { userId, password })
    const there = (await listed(browser)).items.find(({ ownDevice }) => ownDevice)
    await browser.send('DELETE', `/account/sessions/${there?.id ?? ''}`)
    const { rows } = await database.query('SELECT 1 FROM own_device WHERE account_id = $1', [id])
    expect(rows).toHaveLength(0)
  })

  it('here is signing out', async () => {
    const { browser } = await aSignedInPerson(api)
    const response = await browser.send('DELETE', `/account/sessions/${await currentId(browser)}`)
    expect(response.statusCode).toBe(204)
    expect([response.headers['set-cookie']].flat()[0]).toMatch(/^__Host-session=; /)
    expect((await browser.send('GET', '/session')).statusCode).toBe(401)
  })

  it('asks for a session, and for a request of our own pages', async () => {
    const { browser } = await aSignedInPerson(api)
    const url = `/api/v1/account/sessions/${await currentId(browser)}`
    expect((await api.app.inject({ method: 'DELETE', url })).statusCode).toBe(401)
    const fromElsewhere = { cookie: browser.cookie, 'sec-fetch-site': 'cross-site' }
    expect((await api.app.inject({ method: 'DELETE', url, headers: fromElsewhere })).statusCode).toBe(403)
  })
})

describe('ending every session', () => {
  it('spares the one that is named, and is seen by another instance', async () => {
    const { person, browser } = await aSignedInPerson(api)
    const address = newAddress()
    const there = await signInBrowser(api, person, address)
    const kept = await currentId(browser)
    const ended = await api.deps.commit((tx) => api.deps.session.endAll(tx, person.id, kept))
    expect(ended).toBe(1)
    expect((await browser.send('GET', '/session', undefined, {}, second)).statusCode).toBe(200)
    expect((await there.send('GET', '/session', undefined, {}, second)).statusCode).toBe(401)
    await api.deps.commit((tx) => api.deps.session.endAll(tx, person.id))
    expect((await browser.send('GET', '/session', undefined, {}, second)).statusCode).toBe(401)
  })

  it('lets nobody in by a password that was changed while it was compared', async () => {
    const { userId, password, id } = await aPersonWithAccount(api)
    // A change that is not committed yet: whoever signs in meanwhile waits for its end.
    await database.query('BEGIN')
    await database.query(`UPDATE account SET password_hash = $2 WHERE id = $1`, [
      id,
      `$2b$04$${'.'.repeat(53)}`,
    ])
    const signingIn = post(api, '/session', { userId, password })
    await expect
      .poll(async () => {
        const { rows } = await database.query(
          `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND datname = current_database()`,
        )
        return rows.length
      })
      .toBeGreaterThan(0)
    await database.query('COMMIT')
    expect((await signingIn).statusCode).toBe(503)
    const { rows } = await database.query('SELECT 1 FROM session WHERE account_id = $1', [id])
    expect(rows).toHaveLength(0)
    expect((await post(api, '/session', { userId, password })).statusCode).toBe(401)
  })
})
