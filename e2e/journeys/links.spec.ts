import { expect, test } from '../fixtures.ts'
import { issueCodes } from '@connect/contract/problems'
import type { Page } from '@playwright/test'
import { ownPages, publicPages } from '../pages/all-pages.ts'
import { portalPage } from '../pages/portal-page.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

/** Where the links of a page lead: own pages, own files, and all the rest (phones, mail, other sites). */
async function linksOn(page: Page) {
  const addresses = await page
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
  const own = addresses.filter((address) => new URL(address).origin === new URL(page.url()).origin)
  return {
    own: own.map((address) => new URL(address)),
    others: addresses.filter((a) => !own.some((b) => b === a)),
  }
}

test('every link on every page leads somewhere', { tag: '@once' }, async ({ page, words, watch }) => {
  test.setTimeout(180_000)
  watch.expectConsole(refusal(401))
  const { heading } = portalPage(page, words)
  await signIn(page, words, await aPersonWithAccount())
  const open: string[] = [...publicPages, ...ownPages]
  const seen = new Set<string>()
  const fragments = new Map<string, Set<string>>()
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    if (seen.has(path)) continue
    seen.add(path)
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBeLessThan(400)
    await expect(heading, path).toBeVisible()
    if (path !== '/no-such-page') expect(await heading.innerText(), path).not.toBe(words.notFound)
    const { own, others } = await linksOn(page)
    for (const { pathname, hash } of own) {
      // The viewer of the API is a page by itself, tried below.
      if (pathname.startsWith('/api/')) continue
      open.push(pathname)
      // What holds a value is read by the page, and names no place on it.
      if (hash !== '' && !hash.includes('='))
        fragments.set(pathname, (fragments.get(pathname) ?? new Set()).add(hash))
    }
    for (const address of others)
      expect(address, path).toMatch(/^(tel:\+?[\d-]+|mailto:\S+@\S+|https:\/\/\S+)$/)
  }
  for (const [path, names] of fragments) {
    await page.goto(path)
    await expect(heading).toBeVisible()
    for (const name of names) await expect(page.locator(name), `${path}${name}`).toHaveCount(1)
  }
  expect(seen.size).toBeGreaterThan(publicPages.length + 20)
})

test('no page of a list is without a way to it', { tag: '@once' }, async ({ page, words }) => {
  // What is reached only by having done something.
  const afterwards = [
    '/create-account/done',
    '/signed-out',
    '/recover/questions',
    '/recover/password',
    '/recover/user-id/sent',
    '/confirm-email',
    '/my-account/delete/done',
    '/outbox',
    '/demo',
    '/no-such-page',
    '/problems/request.invalid',
    '/problems',
  ]
  const { heading } = portalPage(page, words)
  const found = new Set<string>()
  for (const path of publicPages) {
    await page.goto(path)
    await expect(heading).toBeVisible()
    for (const { pathname } of (await linksOn(page)).own) found.add(pathname)
  }
  expect(
    publicPages.filter((path) => !found.has(path) && !afterwards.some((other) => other === path)),
  ).toEqual([])
})

test(
  'the address of the wizard without a step leads to the first one',
  { tag: '@once' },
  async ({ page }) => {
    await page.goto('/')
    for (const shortened of ['/create-account', '/create-account/']) {
      await page.goto(shortened)
      await expect(page.getByRole('main').getByRole('textbox')).not.toHaveCount(0)
      await expect(page).toHaveURL('/create-account/name')
    }
  },
)

test('the code of a broken rule leads to what is said of it', { tag: '@twice' }, async ({ page, words }) => {
  await page.goto('/problems/user_id.too_short')
  await expect(portalPage(page, words).heading).toContainText('user_id.too_short')
  await expect(page.getByRole('main')).toContainText(issueCodes['user_id.too_short'])
})
