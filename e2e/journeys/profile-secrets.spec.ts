import { expect, test } from '../fixtures.ts'
import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import { profilePages } from '../pages/profile-pages.ts'
import { signupPages } from '../pages/signup-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { anotherBrowser } from '../steps/another-browser.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'a person changes the password, after two slips, and is signed out everywhere else',
  { tag: '@twice' },
  async ({ page, browser, words, person, watch, language }) => {
    watch.expectConsole(refusal(401))
    watch.expectConsole(refusal(422))
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    const elsewhere = await anotherBrowser(browser, language)
    await signIn(elsewhere, words, known)
    await signIn(page, words, known)
    await pages.open()
    await pages.link(words.profile.changePassword).click()

    await pages.currentPassword.fill(person.password)
    await pages.newPassword.fill(known.password)
    await pages.newPasswordAgain.fill(`${known.password}x`)
    await page.getByRole('button', { name: words.profile.submitPassword, exact: true }).click()
    await expect(pages.errorSummary).toBeFocused()
    await expect(pages.newPasswordAgain).toHaveAttribute('aria-invalid', 'true')
    await pages.newPassword.fill(person.password)
    await pages.newPasswordAgain.fill(person.password)
    await pages.currentPassword.fill(`${known.password}x`)
    await page.getByRole('button', { name: words.profile.submitPassword, exact: true }).click()
    await expect(pages.errorSummary).toContainText(words.profile.notCurrent, { ignoreCase: true })
    await expect(pages.newPassword).toHaveValue(person.password)
    await pages.currentPassword.fill(known.password)
    await page.getByRole('button', { name: words.profile.submitPassword, exact: true }).click()
    await pages.tells(words.profile.passwordChanged)

    await elsewhere.goto('/my-account')
    await expect(elsewhere).toHaveURL('/sign-in')
    await giveCredentials(elsewhere, words, { userId: known.userId, password: person.password })
    await expect(elsewhere).toHaveURL('/my-account')
    await elsewhere.context().close()
  },
)

test(
  'whoever guesses at the password on a page that asks for it is told to wait',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(422))
    watch.expectConsole(refusal(429))
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await page.goto('/my-account/delete')
    for (let guess = 1; guess <= 5; guess += 1) {
      await pages.yourPassword.fill(`Wrong#Pass${String(guess)}`)
      await pages.button(words.profile.deleteNow).click()
      await expect(pages.errorSummary).toBeFocused()
      await expect(pages.button(words.profile.deleteNow)).not.toHaveAttribute('aria-disabled', 'true')
    }
    await pages.yourPassword.fill(known.password)
    await pages.button(words.profile.deleteNow).click()
    await expect(pages.alert).toContainText(words.profile.wait)
    await expect(page).toHaveURL('/my-account/delete')
  },
)

test(
  'a person chooses all secret questions anew, each once',
  { tag: '@twice' },
  async ({ page, words, person, watch }) => {
    watch.expectConsole(refusal(422))
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    const rows = signupPages(page, words)
    await signIn(page, words, known)
    await pages.open()
    await pages.link(words.profile.changeQuestions).click()
    await pages.save.click()
    await expect(pages.errorSummary).toBeFocused()
    await expect(pages.errorLinks).toHaveCount(11)
    for (const [index, { answer }] of person.secretQuestions.entries()) {
      const id = secretQuestions.at(-1 - index)?.id ?? ''
      await rows.questions[index]?.selectOption(id)
      await rows.answers[index]?.fill(answer)
      const next = rows.questions[index + 1]
      if (next) await expect(next.locator(`option[value="${id}"]`)).toHaveCount(0)
    }
    await pages.yourPassword.fill(`${known.password}x`)
    await pages.save.click()
    await expect(pages.errorSummary).toContainText(words.profile.notCurrent, { ignoreCase: true })
    await expect(rows.answers[0] ?? page.locator('none')).toHaveValue(person.secretQuestions[0]?.answer ?? '')
    await pages.yourPassword.fill(known.password)
    await pages.save.click()
    await pages.tells(words.profile.questionsChanged)
  },
)
