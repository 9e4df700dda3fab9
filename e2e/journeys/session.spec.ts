import { expect, test } from '../fixtures.ts'
import { ageSession } from '@connect/prisma/testing/factories/session'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import type { Page } from '@playwright/test'
import type { Session } from '@connect/contract/rooms/session'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'
import type { Words } from '../words.ts'

test(
  'whoever does nothing is asked before the session ends, and may stay',
  { tag: '@twice' },
  async ({ page, words }) => {
    const known = await aPersonWithAccount()
    await signIn(page, words, known)
    // A page that asks the service for nothing of the person's: that would count as activity. It stands before the row
    // is aged, so that nothing that the first page asked for is still on its way then.
    await page.goto('/my-account/associate-case', { waitUntil: 'networkidle' })
    await ageSession(runningDatabase(portal().dataDir).ownerUrl, known.id, { idleMinutes: 14 })
    await page.reload()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    const extended = page.waitForResponse('**/api/v1/session/extension')
    await dialog.getByRole('button', { name: words.staySignedIn }).click()
    const { idleExpiresAt } = (await (await extended).json()) as Session
    expect(Date.parse(idleExpiresAt) - Date.now()).toBeGreaterThan(10 * 60_000)
    await expect(dialog).toBeHidden()
  },
)

test(
  'signing out in one tab takes the details off the other',
  { tag: '@twice' },
  async ({ page, context, words, watch }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    await signIn(page, words, known)
    const other = await context.newPage()
    await other.goto('/my-account')
    await expect(other.getByRole('main')).toContainText(known.firstName)
    await other.getByRole('main').getByRole('button', { name: words.signOut, exact: true }).click()
    await expect(other).toHaveURL('/signed-out')
    await expect(page).toHaveURL('/signed-out')
    await expect(page.getByText(known.firstName)).toHaveCount(0)
  },
)

test(
  'when a session ends under somebody’s hands, nothing personal stays, and signing in again brings the page back',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    await endSessionOn(page, words, known)
    await giveCredentials(page, words, known)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(words.hello)
    await expect(page).toHaveURL('/my-account')
    await expect(page.getByRole('main')).toContainText(known.firstName)
  },
)

test(
  'somebody else who signs in there finds a page of their own',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(401))
    const [known, other] = [await aPersonWithAccount(), await aPersonWithAccount()]
    await endSessionOn(page, words, known)
    await giveCredentials(page, words, other)
    await expect(page.getByRole('main')).toContainText(other.firstName)
    await expect(page.getByText(known.firstName)).toHaveCount(0)
  },
)

test('Back after signing out shows nothing personal', { tag: '@twice' }, async ({ page, words, watch }) => {
  watch.expectConsole(refusal(401))
  const known = await aPersonWithAccount()
  await signIn(page, words, known)
  const main = page.getByRole('main')
  await main.getByRole('link', { name: words.associateCase, exact: true }).click()
  await expect(page).toHaveURL('/my-account/associate-case')
  await page.goto('/my-account')
  await main.getByRole('button', { name: words.signOut, exact: true }).click()
  await expect(page).toHaveURL('/signed-out')
  await page.goBack()
  await expect(page).not.toHaveURL('/signed-out')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(known.firstName)).toHaveCount(0)
})

type PersonWithAccount = Awaited<ReturnType<typeof aPersonWithAccount>>

/** The session runs out while its page is open: the row is aged, and the browser's clock with it. */
async function endSessionOn(page: Page, words: Words, person: PersonWithAccount) {
  await page.clock.install()
  await signIn(page, words, person)
  await expect(page.getByRole('main')).toContainText(person.firstName)
  await ageSession(runningDatabase(portal().dataDir).ownerUrl, person.id, { idleMinutes: 16 })
  await page.clock.fastForward('16:00')
  await expect(page.getByRole('main').locator(':focus')).toContainText(words.sessionEnded)
  await expect(page).toHaveURL('/my-account')
  await expect(page.getByText(person.firstName).filter({ visible: true })).toHaveCount(0)
}
