import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { aCodeFor, tellHousehold } from '../steps/feed.ts'
import { keyboardOf } from '../steps/keyboard.ts'
import { signIn } from '../steps/sign-in.ts'

test(
  'a person associates a case with a one-time code, reads it whole and removes it, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words }) => {
    const household = await tellHousehold('mixed-status')
    const [mother] = household.adults
    const code = await aCodeFor(household, mother)
    const pages = casePages(page, words)
    const keyboard = keyboardOf(page)
    const open = async (name: string) => keyboard.press(pages.main.getByRole('link', { name, exact: true }))
    await signIn(page, words, await aPersonWithAccount())
    await keyboard.open('/my-account')
    await open(words.associateCase)
    await pages.isOn(words.cases.associate)
    await expect(pages.heading).toBeFocused()
    await keyboard.type(pages.clientId, mother.clientId ?? '')
    await page.keyboard.press('Enter')
    await expect(pages.errorSummary).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(pages.birthYear).toBeFocused()
    await page.keyboard.type(String(mother.birthYear))
    await keyboard.press(page.locator('summary').filter({ hasText: words.cases.why }))
    await expect(page.getByText(words.cases.voluntary)).toBeVisible()
    await keyboard.backTo(pages.useCode)
    await page.keyboard.press('Space')
    await expect(pages.code).toBeFocused()
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')

    await pages.isOn(words.cases.associated)
    await expect(pages.heading).toBeFocused()
    await keyboard.leave()
    await keyboard.open('/my-account')
    await keyboard.press(pages.main.getByRole('link', { name: new RegExp(`^${words.cases.open}`) }))
    for (const part of [words.cases.payments, words.cases.letters]) {
      await keyboard.press(pages.part(part))
      await pages.isOn(part)
      await expect(pages.heading).toBeFocused()
    }
    await keyboard.press(pages.entries.first().getByRole('link'))
    await pages.isOn(words.cases.letter)
    await expect(pages.heading).toBeFocused()
    await keyboard.tabTo(pages.button(words.cases.print))
    await keyboard.leave()

    await keyboard.open('/my-account/cases')
    await keyboard.press(pages.main.getByRole('button', { name: new RegExp(`^${words.cases.remove}`) }))
    await expect(pages.dialog.getByRole('button', { name: words.cases.keep })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(pages.alert).toContainText(words.cases.removed)
    await expect(pages.alert.locator('..')).toBeFocused()
  },
)
