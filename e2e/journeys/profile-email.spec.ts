import { expect, test } from '../fixtures.ts'
import { profilePages } from '../pages/profile-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { confirmationLink, newestMail } from '../steps/outbox.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'a new e-mail address is used once its link was opened and the button pressed',
  { tag: '@twice' },
  async ({ page, words, person, language }) => {
    const known = await aPersonWithAccount({ locale: language })
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await pages.open()
    await pages.change(words.email).click()
    await expect(pages.email).toHaveValue(known.email)
    await pages.email.fill('nobody')
    await pages.save.click()
    await expect(pages.errorSummary).toBeFocused()
    await expect(pages.email).toHaveValue('nobody')
    await pages.email.fill(person.email)
    await pages.save.click()
    await pages.tells(words.profile.linkSent)
    await expect(pages.row(words.email)).toContainText(known.email)
    await expect(pages.row(words.email)).toContainText(person.email)

    const link = await confirmationLink(person.email)
    await page.goto(link)
    await expect(page).toHaveURL('/confirm-email')
    await expect(pages.button(words.profile.confirmAddress)).toBeVisible()
    await page.goto('/my-account/profile')
    await expect(pages.row(words.email)).toContainText(known.email)

    await page.goto(link)
    await pages.button(words.profile.confirmAddress).click()
    await expect(pages.alert).toContainText(words.profile.addressConfirmed)
    await pages.link(words.profile.toProfile).click()
    await expect(pages.row(words.email)).toContainText(person.email)
    await expect(pages.row(words.email)).toContainText(words.profile.confirmed)
    await expect(pages.row(words.email)).not.toContainText(known.email)

    // Opened a second time it finds its work done.
    await page.goto(link)
    await pages.button(words.profile.confirmAddress).click()
    await expect(pages.alert).toContainText(words.profile.addressConfirmed)
    expect(await newestMail(known.email), 'the old address is told').toContain(words.profile.addressLeft)
  },
)

test(
  'a link that was replaced, or is not whole, is met with words that help',
  { tag: '@twice' },
  async ({ page, words, person, watch }) => {
    watch.expectConsole(refusal(404))
    const pages = profilePages(page, words)
    await signIn(page, words, await aPersonWithAccount())
    await page.goto('/my-account/profile/email')
    await pages.email.fill(person.email)
    await pages.save.click()
    await pages.tells(words.profile.linkSent)
    const old = await confirmationLink(person.email)
    await pages.change(words.email).click()
    await pages.button(words.profile.sendAgain).click()
    await expect(page.getByText(words.profile.sentAgain)).toBeVisible()

    await page.goto(old)
    await pages.button(words.profile.confirmAddress).click()
    await expect(pages.alert).toContainText(words.profile.linkOver)
    await page.goto('/confirm-email')
    await expect(pages.alert).toContainText(words.profile.linkNotWhole)

    // Another link, opened in the same tab, takes the place of the one before.
    const newest = await confirmationLink(person.email)
    await page.goto(newest)
    await expect(page).toHaveURL('/confirm-email')
    await pages.button(words.profile.confirmAddress).click()
    await expect(pages.alert).toContainText(words.profile.addressConfirmed)
  },
)

test(
  'one may stay with the old address, or go without any',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await page.goto('/my-account/profile/email')
    await pages.email.fill(person.email)
    await pages.save.click()
    await pages.tells(words.profile.linkSent)
    await pages.change(words.email).click()
    await expect(pages.email).toHaveValue(person.email)
    await pages.button(words.profile.sendAgain).click()
    await expect(page.getByText(words.profile.sentAgain)).toBeVisible()
    await pages.button(words.profile.keepOldAddress).click()
    await expect(pages.row(words.email)).toContainText(known.email)
    await expect(pages.row(words.email)).not.toContainText(person.email)
    await pages.change(words.email).click()
    await pages.button(words.profile.removeEmail).click()
    await expect(pages.row(words.email)).toContainText(words.profile.noEmail)
  },
)
