import { expect, test } from '../fixtures.ts'
import { signupPages } from '../pages/signup-pages.ts'
import { keyboardOf } from '../steps/keyboard.ts'
import { holdApplication } from '../steps/hold-application.ts'

test(
  'the whole way from the home page to the account, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = signupPages(page, words)
    const { keyboard } = page
    const { tabTo, type, press } = keyboardOf(page)
    const goOn = () => press(pages.continue)
    await page.goto('/')
    await expect(page.getByRole('main')).toBeVisible()
    await keyboard.press('Tab')
    await expect(page.locator('.skip-link')).toBeFocused()
    await keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
    await tabTo(page.getByRole('main').getByRole('link', { name: words.createDoor }))
    await keyboard.press('Enter')

    await pages.isOn('name')
    await expect(pages.heading).toBeFocused()
    await type(pages.firstName, person.firstName)
    await type(pages.lastName, person.lastName)
    await keyboard.press('Enter')

    await pages.isOn('credentials')
    await expect(pages.heading).toBeFocused()
    await type(pages.userId, person.userId)
    await type(pages.password, person.password)
    await goOn()
    await expect(pages.errorSummary).toBeFocused()
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await expect(pages.passwordAgain).toBeFocused()
    await keyboard.type(person.password)
    await keyboard.press('Enter')

    await pages.isOn('secret-questions')
    for (const [index, { answer }] of person.secretQuestions.entries()) {
      const [question, field] = [pages.questions[index], pages.answers[index]]
      if (!question || !field) throw new Error('There are fewer questions than answers.')
      await tabTo(question)
      await keyboard.press('ArrowDown')
      await expect(question).not.toHaveValue('')
      await type(field, answer)
    }
    await goOn()

    await pages.isOn('security-check')
    await tabTo(pages.notARobot)
    await keyboard.press('Space')
    await expect(pages.notARobot).toBeChecked()
    await expect(page.getByText(words.checkPassed)).toBeVisible()
    await goOn()

    await pages.isOn('agreement')
    await tabTo(pages.accept)
    await keyboard.press('Space')
    await goOn()

    await pages.isOn('check')
    await expect(pages.heading).toBeFocused()
    await tabTo(pages.createAccount)
    await keyboard.press('Enter')
    await pages.isOn('done')
    await expect(pages.heading).toBeFocused()
  },
)

test(
  'dialogs keep the focus inside, close with Escape, and give it back',
  { tag: '@twice' },
  async ({ page, words }) => {
    const pages = signupPages(page, words)
    const { tabTo } = keyboardOf(page)
    await page.goto('/create-account/name')
    await expect(pages.heading).toBeVisible()
    for (const [opener, dialog] of [
      [pages.pageHelp, page.getByRole('dialog')],
      [pages.cancel, page.getByRole('dialog')],
    ] as const) {
      await tabTo(opener)
      await page.keyboard.press('Enter')
      await expect(dialog).toBeVisible()
      for (let stop = 0; stop < 12; stop += 1) {
        await page.keyboard.press('Tab')
        const isOutside = await page.evaluate(() => {
          const { activeElement } = document
          return activeElement !== document.body && activeElement?.closest('dialog') === null
        })
        expect(isOutside).toBe(false)
      }
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(opener).toBeFocused()
    }
  },
)

test('focus on a link stays there when the application takes the place of the first paint @twice', async ({
  page,
  words,
}) => {
  const letThrough = await holdApplication(page)
  const { tabTo } = keyboardOf(page)
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  const door = page.getByRole('link', { name: words.createDoor })
  await tabTo(door)
  letThrough()
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: words.createDoor })).toBeFocused()
})
