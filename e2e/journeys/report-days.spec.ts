import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { reportPages } from '../pages/report-pages.ts'
import { signInWithCases } from '../steps/associate.ts'
import { enterReport, tellHousehold } from '../steps/feed.ts'
import { dayInWords } from '../steps/in-words.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'

test(
  'what was told by phone counts from that day everywhere, and a day that the agency let pass is called so',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const told = await tellHousehold('single-elder')
    const pages = reportPages(page, words)
    await signInWithCases(page, words, told.adults[0])
    const receivedOn = addDays(dayInConnecticut(new Date()), -12)
    const { id, reportId } = await enterReport(told, receivedOn)
    const [day, by] = [dayInWords(receivedOn, language), dayInWords(addDays(receivedOn, 10), language)]

    await page.goto('/my-account/reports')
    await expect(pages.main.locator('.own-list')).toContainText(day)
    await page.goto(`/my-account/reports/${reportId}`)
    await expect(pages.main.locator('.alert')).toContainText(`${words.reports.overdue} ${by}`)
    await expect(pages.main.locator('.report-facts').first()).toContainText(day)
    await expect(pages.timeline).toContainText(words.reports.writtenDown)
    await expectAccessible(page, 'a report that waited too long')
    await expectReflow(page, 'a report that waited too long')
    await page.goto(`/my-account/receipts/${id}`)
    await expect(pages.main.locator('.receipt-facts')).toContainText(day)
    await expect(pages.main).toContainText(by)
  },
)

test(
  'a day that a change may not have is due on no day, and is told of when one leaves its field',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const type = changeTypeOf('start_job')
    if (type === undefined) throw new Error('nobody starts a job')
    const { adults } = await tellHousehold('single-elder')
    const pages = changePages(page, words, language)
    await signInWithCases(page, words, adults[0])
    await pages.begin(type)
    const day = pages.question(type.date.label[language])
    const part = (name: string) => day.getByLabel(name, { exact: true })
    await part(words.changes.month).fill('1')
    await part(words.changes.day).fill('2')
    await part(words.changes.year).fill('9999')
    await pages.isSaved()
    await expect(pages.due).toBeEmpty()
    const wrong = day.locator('.field-error')
    await expect(wrong).toHaveCount(0)
    await part(words.changes.year).press('Tab')
    await expect(wrong).toBeVisible()
    await expectAccessible(page, 'a day that a change may not have')

    await part(words.changes.year).fill('202')
    await expect(wrong).toHaveCount(0)
    await part(words.changes.year).press('Tab')
    await expect(wrong).toBeVisible()
    await part(words.changes.year).fill('2026')
    await expect(wrong).toHaveCount(0)
    await expect(pages.due).toContainText(words.changes.dueBy)
    await part(words.changes.year).press('Tab')
    await expect(wrong).toHaveCount(0)
  },
)
