import { expect, type Page } from '@playwright/test'
import { portalPage } from '../pages/portal-page.ts'
import { plant } from '../portal/plant.ts'
import type { Words } from '../words.ts'

interface Credentials {
  readonly userId: string
  readonly password: string
}

/** Gives user ID and password on the page that stands there. */
export async function giveCredentials(page: Page, words: Words, { userId, password }: Credentials) {
  const { field } = portalPage(page, words)
  await field(words.userId).fill(userId)
  await field(words.password).fill(password)
  await page.getByRole('main').getByRole('button', { name: words.signIn, exact: true }).click()
}

/** Signs in and waits for the first page; the cookie is planted for the canary. */
export async function signIn(page: Page, words: Words, credentials: Credentials): Promise<void> {
  await page.goto('/sign-in')
  await giveCredentials(page, words, credentials)
  await expect(page).toHaveURL('/my-account')
  const cookies = await page.context().cookies()
  plant(...cookies.map(({ value }) => ({ kind: 'cookie' as const, value })))
}
