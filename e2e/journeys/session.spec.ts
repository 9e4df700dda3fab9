import { expect, test } from '../fixtures.ts'
import { ageSession } from '@connect/prisma/testing/factories/session'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import type { Session } from '@connect/contract/rooms/session'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'whoever does nothing is asked before the session ends, and may stay',
  { tag: '@twice' },
  async ({ page, words }) => {
    const known = await aPersonWithAccount()
    await signIn(page, words, known)
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
