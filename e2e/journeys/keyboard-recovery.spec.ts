import { expect, test } from '../fixtures.ts'
import { recoveryPages } from '../pages/recovery-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { keyboardOf } from '../steps/keyboard.ts'
import { newestMail } from '../steps/outbox.ts'
import { aPlantedPassword } from '../steps/recovery-states.ts'
import { refusal } from '../watch.ts'

test(
  'a forgotten password gives way to a new one, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    watch.expectConsole(refusal(401))
    watch.expectConsole(refusal(422))
    // Where the system has the colors, shadows go: the focus has to be seen without them.
    await page.emulateMedia({ forcedColors: 'active' })
    const person = await aPersonWithAccount({ locale: language })
    const pages = recoveryPages(page, words, language)
    const keyboard = keyboardOf(page)
    const answerAll = async (wrong: number): Promise<void> => {
      for (const [index, { questionId, answer }] of person.secretQuestions.entries())
        await keyboard.type(pages.answerTo(questionId), index < wrong ? `Not this ${index}` : answer)
      await keyboard.press(pages.continue)
    }
    await keyboard.open('/sign-in')
    await keyboard.press(pages.link(words.recovery.forgotten))
    await expect(page).toHaveURL('/sign-in/help')
    await expect(pages.heading).toBeFocused()
    await keyboard.press(pages.link(words.recovery.newPassword))

    await pages.isOn(words.recovery.whatIsUserId)
    await expect(pages.heading).toBeFocused()
    await keyboard.leave()
    await keyboard.backTo(pages.continue)
    await page.keyboard.press('Enter')
    await expect(pages.errorSummary).toBeFocused()
    await keyboard.press(pages.errorLinks.first())
    await expect(pages.userId).toBeFocused()
    await page.keyboard.type(person.userId)
    await keyboard.press(pages.notARobot, 'Space')
    await expect(pages.notARobot).toBeChecked()
    await keyboard.press(pages.continue)

    await pages.isOn(words.recovery.answerQuestions)
    await expect(pages.heading).toBeFocused()
    await answerAll(2)
    await expect(pages.alert).toContainText(words.recovery.rejected)
    await expect(pages.alert.locator('..')).toBeFocused()
    await answerAll(0)

    await pages.isOn(words.recovery.choosePassword)
    await expect(pages.heading).toBeFocused()
    await keyboard.type(pages.password, person.password)
    await keyboard.type(pages.passwordAgain, person.password)
    await keyboard.press(pages.save)
    await expect(pages.errorSummary).toContainText(words.recovery.sameAsCurrent)
    await expect(pages.errorSummary).toBeFocused()
    const password = aPlantedPassword()
    await keyboard.type(pages.password, password)
    await keyboard.type(pages.passwordAgain, password)
    await keyboard.press(pages.save)

    await pages.isOn(words.recovery.done)
    await expect(pages.heading).toBeFocused()
    await keyboard.press(page.getByRole('main').getByRole('link', { name: words.signIn, exact: true }))
    await expect(page).toHaveURL('/sign-in')
    await expect(pages.heading).toBeFocused()
  },
)

test(
  'a forgotten user ID is sent for, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const person = await aPersonWithAccount({ locale: language })
    const pages = recoveryPages(page, words, language)
    const keyboard = keyboardOf(page)
    await keyboard.open('/sign-in/help')
    await keyboard.press(pages.link(words.recovery.sendUserId))
    await expect(pages.heading).toBeFocused()
    await keyboard.type(pages.email, person.email)
    await keyboard.press(pages.notARobot, 'Space')
    await expect(pages.notARobot).toBeChecked()
    await keyboard.press(pages.sendUserId)
    await pages.isOn(words.recovery.sent)
    await expect(pages.heading).toBeFocused()
    await keyboard.leave()
    expect(await newestMail(person.email)).toContain(person.userId)
  },
)
