import { setTimeout as delay } from 'node:timers/promises'
import { ageSession } from '@connect/prisma/testing/factories/session'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { expect, type Locator, type Page, type Response } from '@playwright/test'
import { portalPage } from '../pages/portal-page.ts'
import { plant } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import type { Words } from '../words.ts'

interface Credentials {
  readonly userId: string
  readonly password: string
}

/** Gives user ID and password on the page that stands there. Where the service is busy, tries again as it says. */
export async function giveCredentials(page: Page, words: Words, { userId, password }: Credentials) {
  const { field } = portalPage(page, words)
  const button = page.getByRole('main').getByRole('button', { name: words.signIn, exact: true })
  await field(words.userId).fill(userId)
  await field(words.password).fill(password)
  for (;;) {
    // An empty form asks nobody.
    const answered = userId === '' ? null : page.waitForResponse(isSignIn)
    await button.click()
    const answer = await answered
    if (answer?.status() !== 503) return
    await delay(1000 * Number(answer.headers()['retry-after']))
  }
}

function isSignIn(answer: Response): boolean {
  return answer.request().method() === 'POST' && new URL(answer.url()).pathname === '/api/v1/session'
}

/** Signs in and waits for the first page; the cookie is planted for the canary. */
export async function signIn(page: Page, words: Words, credentials: Credentials): Promise<void> {
  await page.goto('/sign-in')
  await giveCredentials(page, words, credentials)
  await expect(page).toHaveURL('/my-account')
  const cookies = await page.context().cookies()
  plant(...cookies.map(({ value }) => ({ kind: 'cookie' as const, value })))
}

/**
 * Lets the session of an account run out and presses a button that asks the service for something. Whatever the page asks
 * first tells it of the end; it is the same page that stands there then.
 */
export async function endSession(
  page: Page,
  words: Words,
  accountId: string,
  button: Locator,
): Promise<void> {
  await ageSession(runningDatabase(portal().dataDir).ownerUrl, accountId, { idleMinutes: 16 })
  const again = page.getByRole('heading', { level: 1, name: words.profile.signInAgain })
  await expect(async () => {
    if (!(await again.isVisible())) await button.click({ timeout: 2_000 })
    await expect(again).toBeVisible({ timeout: 5_000 })
  }).toPass()
}
