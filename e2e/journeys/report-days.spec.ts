import { addDays, dayInConnecticut } from '@connect/contract/benefits/calendar'
import { expect, test } from '../fixtures.ts'
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
