import { expect, test } from '../fixtures.ts'
import { accountRequest, anIntegrator, newKey } from '../integrator/integrator.ts'
import { dumpDatabase, runningDatabase } from '@connect/prisma/testing/running-database'
import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import { aPlantedPerson } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { goTo } from '../steps/create-account.ts'
import { refusal } from '../watch.ts'

const accounts = '**/api/v1/accounts'

async function accountsNamed(userId: string): Promise<number> {
  const values = await dumpDatabase(runningDatabase(portal().dataDir).ownerUrl)
  return values.filter(({ place, value }) => place === 'account.user_id' && value.toString() === userId)
    .length
}

test(
  'a reply that is lost is asked for again under the same key, and there is one account',
  { tag: '@twice' },
  async ({ page, words, person, watch }) => {
    watch.expectConsole(/ERR_FAILED|ERR_CONNECTION/)
    const keys: string[] = []
    await page.route(accounts, async (route) => {
      keys.push(route.request().headers()['idempotency-key'] ?? '')
      if (keys.length > 1) return route.continue()
      // The server does all of it, and nobody hears.
      const reply = await route.fetch()
      expect(reply.status()).toBe(201)
      return route.abort('connectionfailed')
    })
    const pages = await goTo(page, words, person, 'check')
    await pages.createAccount.click()
    await pages.isOn('done')
    await expect(page.getByRole('main')).toContainText(person.userId)
    expect(keys.length).toBeGreaterThan(1)
    expect(new Set(keys).size).toBe(1)
    expect(await accountsNamed(person.userId)).toBe(1)
  },
)

test(
  'a security check that was used is solved anew in silence',
  { tag: '@twice' },
  async ({ page, words, person, watch }) => {
    watch.expectConsole(refusal(422))
    const pages = await goTo(page, words, person, 'check')
    // The server takes the solution for somebody else's account first, and then refuses it here.
    let captchas: string[] = []
    await page.route(accounts, async (route) => {
      const { captcha } = route.request().postDataJSON() as CreateAccountRequest
      if (captchas.length === 0) {
        const integrator = anIntegrator()
        const request = await accountRequest(integrator, aPlantedPerson(), captcha)
        expect((await integrator.send('POST', '/accounts', request, newKey())).status).toBe(201)
      }
      captchas = [...captchas, captcha]
      await route.continue()
    })
    await pages.createAccount.click()
    await pages.isOn('done')
    expect(new Set(captchas).size).toBe(2)
  },
)

test(
  'a security check that has grown old while somebody read is solved anew in silence',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    await page.clock.install()
    const pages = await goTo(page, words, person, 'agreement')
    const challenges: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/captcha/challenge')) challenges.push(request.url())
    })
    await expect(pages.accept).toBeVisible()
    await page.clock.fastForward('21:00')
    await pages.accept.check()
    await pages.continue.click()
    await pages.isOn('check')
    await pages.createAccount.click()
    await pages.isOn('done')
    expect(challenges).toHaveLength(1)
  },
)

test('a busy service is asked again by itself', { tag: '@twice' }, async ({ page, words, person }) => {
  const keys: string[] = []
  await page.route(accounts, async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    if (keys.length > 1) return route.continue()
    const problem = {
      type: '/problems/server.busy',
      title: '',
      status: 503,
      code: 'server.busy',
      instance: '',
    }
    return route.fulfill({
      status: 503,
      headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
      body: JSON.stringify(problem),
    })
  })
  const pages = await goTo(page, words, person, 'check')
  await pages.createAccount.click()
  await pages.isOn('done')
  expect(new Set(keys).size).toBe(1)
})

test(
  'without a connection nothing typed is lost, and the button works again afterwards',
  { tag: '@twice' },
  async ({ page, context, words, person, watch }) => {
    watch.expectConsole(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
    const pages = await goTo(page, words, person, 'check')
    await context.setOffline(true)
    await pages.createAccount.click()
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible()
    await context.setOffline(false)
    await pages.isOn('done')
  },
)

test(
  'a page whose code does not arrive is asked for a few times, says so, and opens when it is asked for again',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(/ERR_FAILED|Failed to fetch dynamically imported module/)
    await page.goto('/')
    const door = page.getByRole('main').getByRole('link', { name: words.createDoor })
    await expect(door).toBeVisible()
    let asked = 0
    await page.route('**/assets/**', (route) => {
      asked += 1
      return route.abort('failed')
    })
    await door.click()
    await expect(page.getByRole('heading', { level: 1, name: words.didNotOpen })).toBeVisible()
    expect(asked).toBeLessThan(20)
    await page.unroute('**/assets/**')
    await page.getByRole('button', { name: words.openAgain }).click()
    await expect(page.getByLabel(words.firstName)).toBeVisible()
  },
)
