import { expect, test } from '../fixtures.ts'
import { ageSession } from '@connect/prisma/testing/factories/session'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { portalPage } from '../pages/portal-page.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'a wrong password and an unknown user ID are told in the same words',
  { tag: '@twice' },
  async ({ page, words, person: stranger, watch }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    const alert = page.getByRole('main').locator('.alert')
    await page.goto('/sign-in')
    await giveCredentials(page, words, { userId: known.userId, password: stranger.password })
    await expect(alert).toContainText(words.noMatch)
    const told = await alert.innerText()
    await page.reload()
    await giveCredentials(page, words, { userId: stranger.userId, password: stranger.password })
    await expect(alert).toContainText(words.noMatch)
    expect(await alert.innerText()).toBe(told)
    await expect(portalPage(page, words).field(words.userId)).toHaveValue(stranger.userId)
  },
)

test('an empty form says what is missing', { tag: '@twice' }, async ({ page, words }) => {
  await page.goto('/sign-in')
  await giveCredentials(page, words, { userId: '', password: '' })
  const { errorSummary, errorLinks, field } = portalPage(page, words)
  await expect(errorSummary).toBeFocused()
  await expect(errorLinks).toHaveCount(2)
  await errorLinks.first().click()
  await expect(field(words.userId)).toBeFocused()
})

test(
  'whoever opens a page of their own first signs in, and then comes back to it',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    await page.goto('/my-account/associate-case')
    await expect(page).toHaveURL('/sign-in')
    await expect(page.getByText(words.signInFirst)).toBeVisible()
    await giveCredentials(page, words, { ...known, userId: known.userId.toUpperCase() })
    await expect(page).toHaveURL('/my-account/associate-case')
    await page.reload()
    await expect(page).toHaveURL('/my-account/associate-case')
  },
)

test(
  'a session that ran out says so, and nothing personal stays on the screen',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    await signIn(page, words, known)
    await expect(page.getByRole('main')).toContainText(known.firstName)
    await ageSession(runningDatabase(portal().dataDir).ownerUrl, known.id, { idleMinutes: 16 })
    await page.reload()
    await expect(page).toHaveURL('/sign-in')
    await expect(page.getByText(known.firstName)).toHaveCount(0)
  },
)
