import { expect, type Page } from '@playwright/test'
import { profilePages } from '../pages/profile-pages.ts'
import { aPlantedPerson } from '../portal/plant.ts'
import type { Words } from '../words.ts'
import { aPersonWithAccount } from './account.ts'
import type { State } from './every-state.ts'
import { confirmationLink } from './outbox.ts'
import { giveCredentials, signIn } from './sign-in.ts'

const formPages = ['profile/name', 'profile/email', 'password', 'secret-questions', 'delete'] as const

/** The pages about one's own account: as they open, with errors, and with what they have to say. */
export async function* profileStates(page: Page, words: Words): AsyncGenerator<State> {
  const known = await aPersonWithAccount()
  const { email } = aPlantedPerson()
  const pages = profilePages(page, words)
  await signIn(page, words, known)
  await pages.open()
  await expect(pages.row(words.userId)).toBeVisible()
  yield 'profile'
  for (const path of formPages) {
    await page.goto(`/my-account/${path}`)
    const submit = pages.main.locator('form button[type="submit"]')
    await expect(submit).toBeVisible()
    yield path
    for (const field of await pages.main.locator('form input:visible').all()) await field.fill('')
    await submit.click()
    await expect(pages.errorSummary).toBeFocused()
    yield `${path}, with errors`
  }
  await page.goto('/my-account/profile/language')
  await expect(pages.save).toBeVisible()
  yield 'language'
  await page.goto('/my-account/profile/email')
  await pages.email.fill(email)
  await pages.save.click()
  await pages.tells(words.profile.linkSent)
  yield 'profile, with an address that waits'
  await pages.change(words.email).click()
  await expect(pages.button(words.profile.keepOldAddress)).toBeVisible()
  yield 'e-mail, with an address that waits'
  for (const path of ['activity', 'devices']) {
    await page.goto(`/my-account/${path}`)
    await expect(page.locator('.own-list')).toBeVisible()
    yield path
  }
  await page.goto('/my-account/export')
  await expect(pages.button(words.profile.pdf)).toBeVisible()
  yield 'export'
  await page.goto(await confirmationLink(email))
  await expect(pages.button(words.profile.confirmAddress)).toBeVisible()
  yield 'confirm e-mail'
  await pages.button(words.profile.confirmAddress).click()
  await expect(pages.alert).toContainText(words.profile.addressConfirmed)
  yield 'confirm e-mail, done'
  await page.goto('/my-account/delete')
  await pages.yourPassword.fill(known.password)
  await pages.button(words.profile.deleteNow).click()
  await expect(pages.heading).toHaveText(words.profile.willBeDeleted)
  yield 'deletion asked for'
  await page.goto('/sign-in')
  await giveCredentials(page, words, known)
  await expect(pages.heading).toHaveText(words.profile.keepQuestion)
  yield 'keep the account'
}
