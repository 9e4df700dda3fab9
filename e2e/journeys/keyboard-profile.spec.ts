import { expect, test } from '../fixtures.ts'
import { profilePages } from '../pages/profile-pages.ts'
import { signupPages } from '../pages/signup-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { keyboardOf } from '../steps/keyboard.ts'
import { signIn } from '../steps/sign-in.ts'
import { wordsOf } from '../words.ts'

test(
  'a person changes name and e-mail address, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    const keyboard = keyboardOf(page)
    await signIn(page, words, known)
    await keyboard.press(pages.main.getByRole('link', { name: words.profile.link, exact: true }))
    await expect(pages.heading).toHaveText(words.profile.heading)
    await expect(pages.heading).toBeFocused()
    await expect(pages.row(words.userId)).toBeVisible()
    await keyboard.leave()
    await keyboard.backTo(pages.change(words.profile.name))
    await page.keyboard.press('Enter')

    await expect(pages.heading).toBeFocused()
    await keyboard.type(pages.firstName, ' ')
    await keyboard.press(pages.save)
    await expect(pages.errorSummary).toBeFocused()
    await keyboard.press(pages.errorLinks)
    await expect(pages.firstName).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(person.firstName)
    await page.keyboard.press('Enter')
    await pages.tells(words.profile.nameChanged)

    await keyboard.press(pages.change(words.email))
    await expect(pages.heading).toBeFocused()
    await keyboard.type(pages.email, person.email)
    await keyboard.press(pages.save)
    await pages.tells(words.profile.linkSent)

    await keyboard.press(pages.change(words.email))
    await expect(pages.heading).toBeFocused()
    await keyboard.press(pages.button(words.profile.sendAgain))
    await expect(pages.main).toContainText(words.profile.sentAgain)
    await expect(pages.button(words.profile.sendAgain)).toBeFocused()
    await keyboard.press(pages.button(words.profile.keepOldAddress))
    await expect(page).toHaveURL('/my-account/profile')
    await expect(pages.alert.locator('..')).toBeFocused()
    await keyboard.press(pages.change(words.email))
    await keyboard.press(pages.button(words.profile.removeEmail))
    await expect(page).toHaveURL('/my-account/profile')
    await expect(pages.row(words.email)).toContainText(words.profile.noEmail)
    await expect(pages.alert.locator('..')).toBeFocused()
  },
)

test(
  'a person changes password and secret questions, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    const rows = signupPages(page, words)
    const keyboard = keyboardOf(page)
    await signIn(page, words, known)
    await keyboard.open('/my-account/profile')
    await keyboard.press(pages.link(words.profile.changePassword))
    await expect(pages.heading).toBeFocused()
    await keyboard.press(pages.button(words.profile.submitPassword))
    await expect(pages.errorSummary).toBeFocused()
    await keyboard.type(pages.currentPassword, known.password)
    await keyboard.type(pages.newPassword, person.password)
    await keyboard.type(pages.newPasswordAgain, person.password)
    await keyboard.press(pages.button(words.profile.submitPassword))
    await pages.tells(words.profile.passwordChanged)

    await keyboard.press(pages.link(words.profile.changeQuestions))
    await expect(pages.heading).toBeFocused()
    for (const [index, { answer }] of person.secretQuestions.entries()) {
      const [question, field] = [rows.questions[index], rows.answers[index]]
      if (!question || !field) throw new Error('There are fewer questions than answers.')
      await keyboard.press(question, 'ArrowDown')
      await expect(question).not.toHaveValue('')
      await keyboard.type(field, answer)
    }
    await keyboard.type(pages.yourPassword, person.password)
    await keyboard.press(pages.save)
    await pages.tells(words.profile.questionsChanged)
  },
)

test(
  'a person chooses the other language, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const known = await aPersonWithAccount({ locale: language })
    const pages = profilePages(page, words)
    const keyboard = keyboardOf(page)
    await signIn(page, words, known)
    await keyboard.open('/my-account/profile')
    await keyboard.press(pages.change(words.profile.language))
    await expect(pages.heading).toBeFocused()
    const other = language === 'en' ? 'es' : 'en'
    const chosen = pages.main.getByRole('radio', { checked: true })
    await keyboard.press(chosen, other === 'es' ? 'ArrowDown' : 'ArrowUp')
    await expect(pages.main.getByRole('radio', { name: words.otherLanguage, exact: true })).toBeChecked()
    await keyboard.press(pages.save)
    await profilePages(page, wordsOf(other)).tells(wordsOf(other).profile.languageChanged)
  },
)
