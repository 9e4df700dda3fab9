import { expect, test } from '../fixtures.ts'
import type { Page } from '@playwright/test'
import { portalPage } from '../pages/portal-page.ts'
import { aPlantedPerson, plant } from '../portal/plant.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'
import { confirmationLink } from '../steps/outbox.ts'
import { signIn } from '../steps/sign-in.ts'

/** Changes the password as the pages do, in the session of this browser; answers with the status. */
async function changePassword(page: Page, currentPassword: string, password: string): Promise<number> {
  return page.evaluate(
    async (body) => {
      const answer = await fetch('/api/v1/account/password', {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return answer.status
    },
    { currentPassword, password },
  )
}

/** Opens the link of the e-mail in which this person confirms the address. */
async function confirmAddress(page: Page, email: string): Promise<void> {
  const token = new URLSearchParams((await confirmationLink(email)).split('#')[1]).get('token') ?? ''
  const status = await page.evaluate(
    async (body) => {
      const answer = await fetch('/api/v1/email-confirmations', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return answer.status
    },
    { token },
  )
  expect(status).toBe(204)
}

test(
  'what happens to an account is told in the account and by e-mail, in the person’s language',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const { heading, link } = portalPage(page, words)
    const main = page.getByRole('main')
    const card = main.getByRole('link', { name: words.messages.card })
    const known = await aPersonWithAccount({ locale: language })
    const { password } = aPlantedPerson()
    plant({ kind: 'password', value: password })
    await signIn(page, words, known)
    await expect(card).toContainText(words.messages.none)
    await card.click()
    await expect(heading).toHaveText(words.messages.heading)
    await expect(main).toContainText(words.messages.empty)

    await confirmAddress(page, known.email)
    expect(await changePassword(page, known.password, password)).toBe(204)
    await page.goto('/my-account')
    await expect(card).toContainText(words.messages.one)
    const read = page.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && answer.url().includes('/account/messages/'),
    )
    await card.click()
    const message = main.getByRole('listitem').filter({ hasText: words.messages.passwordChanged })
    await expect(message).toContainText(words.messages.isNew)
    expect((await read).status()).toBe(200)
    await expectAccessible(page, 'messages')
    await expectReflow(page, 'messages')
    await page.goto('/my-account')
    await expect(card).toContainText(words.messages.none)

    await page.goto('/outbox')
    await expect(heading).toHaveText(words.messages.outbox)
    const mail = main.getByRole('article').filter({ hasText: known.email }).first()
    await expect(mail.getByRole('heading')).toHaveText(words.messages.passwordMail)
    await expectAccessible(page, 'outbox')
    await expectReflow(page, 'outbox')
    await expect(link(words.messages.newPassword).first()).toHaveAttribute('href', /\/recover$/)
  },
)
