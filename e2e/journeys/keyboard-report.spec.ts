import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { reportPages } from '../pages/report-pages.ts'
import { answerByKeyboard } from '../steps/answer-by-keyboard.ts'
import { plantAnswers } from '../steps/answer-questions.ts'
import { signInWithCases } from '../steps/associate.ts'
import { longestExample } from '../steps/example-change.ts'
import { tellHousehold } from '../steps/feed.ts'
import { aPdf, aPhoto, type FileToSend } from '../steps/files.ts'
import { keyboardOf, type Keyboard } from '../steps/keyboard.ts'

test(
  'two changes are reported with proof, signed, followed and taken back, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const [move, joins, inherits] = ['you_move', 'someone_moves_in', 'inheritance'].map(changeTypeOf)
    if (!move || !joins || !inherits) throw new Error('a kind of change is missing')
    const { adults } = await tellHousehold('single-elder')
    const today = dayInConnecticut(new Date())
    const [moving, joining] = [move, joins].map((type) => longestExample(type, adults[0].memberId, today))
    if (!moving || !joining) throw new Error('an example is missing')
    plantAnswers(moving, joining)
    const pages = changePages(page, words, language)
    const sent = reportPages(page, words)
    const keyboard = keyboardOf(page)
    const reader = { page, words, language, keyboard }
    const comesTo = async (heading: string) => {
      await pages.isOn(heading)
      await expect(pages.heading).toBeFocused()
    }
    await signInWithCases(page, words, adults[0])

    await test.step('what changed is found by a word, and both are chosen', async () => {
      await keyboard.open('/my-account')
      await keyboard.press(pages.main.getByRole('link', { name: words.cases.reportChange }).first())
      await keyboard.press(pages.button(words.changes.start))
      await comesTo(words.changes.what)
      await keyboard.press(pages.continue)
      await expect(pages.errorSummary).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(pages.main.getByRole('checkbox').first()).toBeFocused()
      const search = pages.main.getByRole('searchbox')
      await keyboard.backTo(search)
      await page.keyboard.type(move.label[language])
      await expect(pages.kind(inherits)).toHaveCount(0)
      await keyboard.press(pages.kind(move), 'Space')
      await keyboard.backTo(search)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('Backspace')
      await keyboard.press(pages.kind(joins), 'Space')
      await keyboard.press(pages.continue)
    })

    await test.step('what is missing is told, and every question is answered', async () => {
      await comesTo(move.label[language])
      await keyboard.press(pages.continue)
      await expect(pages.errorSummary).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      const day = pages.question(move.date.label[language])
      await expect(day.getByLabel(words.changes.month, { exact: true })).toBeFocused()
      await page.keyboard.press('Shift+Tab')
      await answerByKeyboard(reader, move, moving)
      await keyboard.press(pages.continue)
      await comesTo(joins.label[language])
      await answerByKeyboard(reader, joins, joining)
      await keyboard.press(pages.continue)
    })

    await test.step('files are chosen, one is removed, another one comes later', async () => {
      await comesTo(words.changes.proof)
      const slots = pages.main.locator('.file-slot')
      await chooseByKeyboard(page, keyboard, slots.nth(0), words.reports.chooseFiles, aPdf('lease.pdf'))
      await sent.expectReady(1)
      await keyboard.press(slots.nth(1).getByRole('checkbox'), 'Space')
      await chooseByKeyboard(page, keyboard, slots.nth(2), words.reports.chooseFiles, aPhoto('wrong.png'))
      await sent.expectReady(2)
      const wrong = sent.files.filter({ hasText: 'wrong.png' })
      await keyboard.backTo(wrong.getByRole('button', { name: new RegExp(`^${words.reports.remove}`) }))
      await page.keyboard.press('Enter')
      await expect(wrong).toHaveCount(0)
      await expect(slots.nth(2).locator('.file-slot-title')).toBeFocused()
      await keyboard.press(pages.continue)
    })

    await test.step('an answer is looked at once more, the name is asked for, and the report is sent', async () => {
      await comesTo(words.changes.check)
      await keyboard.press(pages.checked(move).getByRole('link').first())
      await comesTo(move.label[language])
      await keyboard.press(pages.continue)
      await comesTo(words.changes.check)
      await keyboard.press(pages.continue)
      await comesTo(words.changes.sign)
      await keyboard.press(pages.send)
      await expect(pages.errorSummary).toBeFocused()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(pages.signedName).toBeFocused()
      await page.keyboard.type('Ana Rivera')
      await page.keyboard.press('Enter')
      await comesTo(words.changes.done)
    })

    await test.step('the receipt is opened, something is added, and the report is taken back', async () => {
      await keyboard.press(pages.link(words.changes.receipt))
      await comesTo(words.receipts.one)
      await keyboard.leave()
      await page.goBack()
      await keyboard.press(pages.link(words.changes.follow))
      await comesTo(words.reports.report)
      await keyboard.press(pages.link(words.reports.addMore))
      await comesTo(words.reports.add)
      await keyboard.type(sent.message, 'We moved on Monday.')
      await keyboard.press(pages.button(words.reports.send))
      await comesTo(words.reports.haveSent)
      await keyboard.press(pages.link(words.reports.see))
      await comesTo(words.reports.report)
      const withdraw = pages.button(words.reports.withdraw)
      await keyboard.press(withdraw)
      await page.keyboard.press('Escape')
      await expect(withdraw).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(sent.dialog.getByRole('button', { name: words.reports.leaveIt })).toBeFocused()
      await page.keyboard.press('Tab')
      await expect(sent.dialog.getByRole('button', { name: words.reports.withdrawIt })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(pages.main).toContainText(words.reports.withdrawn)
    })
  },
)

/** What the picker of the system gives is the system's; the way to it is the page's. */
async function chooseByKeyboard(
  page: Page,
  keyboard: Keyboard,
  slot: Locator,
  label: string,
  ...files: readonly FileToSend[]
): Promise<void> {
  const [picker] = await Promise.all([
    page.waitForEvent('filechooser'),
    keyboard.press(slot.getByLabel(label)),
  ])
  await picker.setFiles([...files])
}
