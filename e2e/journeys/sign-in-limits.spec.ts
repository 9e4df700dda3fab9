import { expect, test } from '../fixtures.ts'
import type { Page } from '@playwright/test'
import { portalPage } from '../pages/portal-page.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { anotherBrowser } from '../steps/another-browser.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'
import type { Words } from '../words.ts'

/** Gives a wrong password so often that every further one is met by a pause. */
async function guessUntilPaused(page: Page, words: Words, userId: string): Promise<void> {
  const alert = page.getByRole('main').locator('.alert')
  const { errorSummary, field } = portalPage(page, words)
  await page.goto('/sign-in')
  for (let guess = 1; guess <= 5; guess += 1) {
    await giveCredentials(page, words, { userId, password: `Wrong#Pass${String(guess)}` })
    if (guess === 4) {
      // What was typed stays; one marks the box and goes on.
      await expect(errorSummary).toBeFocused()
      await expect(field(words.userId)).toHaveValue(userId)
      await page.getByRole('checkbox', { name: words.notARobot }).click()
      await expect(page.getByText(words.checkPassed)).toBeVisible()
      await giveCredentials(page, words, { userId, password: 'Wrong#Pass4' })
    }
    await expect(alert).toContainText(words.noMatch)
  }
}

test(
  'after three wrong tries a security check is due, after five even the right password waits',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(401))
    watch.expectConsole(refusal(422))
    const known = await aPersonWithAccount()
    await guessUntilPaused(page, words, known.userId)
    await giveCredentials(page, words, known)
    const alert = page.getByRole('main').locator('.alert')
    await expect(alert).toContainText(words.noMatch)
    await expect(alert).toContainText(words.waitUpTo15Minutes)
    await expect(alert).toBeVisible()
    await expect(page).toHaveURL('/sign-in')
  },
)

test(
  'a stranger at the limit does not keep the owner out on the owner’s device',
  { tag: '@twice' },
  async ({ page, browser, words, watch, language }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    await page.goto('/sign-in')
    await page.getByRole('checkbox', { name: words.ownDevice }).check()
    await giveCredentials(page, words, known)
    await expect(page).toHaveURL('/my-account')
    await page.getByRole('main').getByRole('button', { name: words.signOut, exact: true }).click()
    await expect(page).toHaveURL('/signed-out')

    const stranger = await anotherBrowser(browser, language)
    await guessUntilPaused(stranger, words, known.userId)
    await stranger.context().close()

    await signIn(page, words, known)
  },
)
