import { expect, test } from '../fixtures.ts'
import type { Locator, Page } from '@playwright/test'
import { signupPages } from '../pages/signup-pages.ts'
import { holdApplication } from '../steps/hold-application.ts'

/** More than any page has stops. */
const patience = 80

/** Presses Tab until the focus is there. Every stop on the way shows where the focus is. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < patience; stop += 1) {
    await page.keyboard.press('Tab')
    const shown = await page.evaluate(() => {
      const { activeElement } = document
      if (activeElement === null || activeElement === document.body) return 'nothing'
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(activeElement)
      const isShown = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      return isShown ? '' : activeElement.outerHTML.slice(0, 200)
    })
    if (shown !== 'nothing') expect(shown, 'a stop whose focus cannot be seen').toBe('')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`Tab never came to ${wanted.toString()}`)
}

test('the whole way from the home page to the account, by keyboard alone', async ({
  page,
  words,
  person,
}) => {
  const pages = signupPages(page, words)
  const { keyboard } = page
  const type = async (field: Locator, text: string) => {
    await tabTo(page, field)
    await keyboard.type(text)
  }
  const goOn = async () => {
    await tabTo(page, pages.continue)
    await keyboard.press('Enter')
  }
  await page.goto('/')
  await expect(page.getByRole('main')).toBeVisible()
  await keyboard.press('Tab')
  await expect(page.locator('.skip-link')).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('main').getByRole('link', { name: words.createDoor }))
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
    await tabTo(page, question)
    await keyboard.press('ArrowDown')
    await expect(question).not.toHaveValue('')
    await type(field, answer)
  }
  await goOn()

  await pages.isOn('security-check')
  await tabTo(page, pages.notARobot)
  await keyboard.press('Space')
  await expect(pages.notARobot).toBeChecked()
  await expect(page.getByText(words.checkPassed)).toBeVisible()
  await goOn()

  await pages.isOn('agreement')
  await tabTo(page, pages.accept)
  await keyboard.press('Space')
  await goOn()

  await pages.isOn('check')
  await expect(pages.heading).toBeFocused()
  await tabTo(page, pages.createAccount)
  await keyboard.press('Enter')
  await pages.isOn('done')
  await expect(pages.heading).toBeFocused()
})

test('dialogs keep the focus inside, close with Escape, and give it back', async ({ page, words }) => {
  const pages = signupPages(page, words)
  await page.goto('/create-account/name')
  await expect(pages.heading).toBeVisible()
  for (const [opener, dialog] of [
    [pages.cancel, page.getByRole('dialog')],
    [pages.pageHelp, page.getByRole('dialog')],
  ] as const) {
    await tabTo(page, opener)
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
})

test('focus on a link stays there when the application takes the place of the first paint @twice', async ({
  page,
  words,
}) => {
  const letThrough = await holdApplication(page)
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  const door = page.getByRole('link', { name: words.createDoor })
  await tabTo(page, door)
  letThrough()
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: words.createDoor })).toBeFocused()
})
