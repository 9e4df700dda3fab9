import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { reportPages } from '../pages/report-pages.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'
import { reportInheritance } from '../steps/report.ts'

test(
  'a report is corrected by another one with the same answers, and each leads to the other',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const { adults, caseId } = await tellHousehold('single-elder')
    const [{ memberId }] = adults
    const changes = changePages(page, words, language)
    const pages = reportPages(page, words)
    const person = await signInWithCases(page, words, adults[0])
    const changedOn = dayInConnecticut(new Date())
    const first = await reportInheritance(page, { caseId, memberId, changedOn })

    await page.goto(`/my-account/reports/${first.reportId}`)
    await pages.button(words.reports.correct).click()
    await changes.isOn(words.changes.check)
    await expect(changes.alert).toContainText(words.changes.takesItsPlace)
    await expect(changes.main).toContainText('$2,500.00')
    await expectAccessible(page, 'check of a correction')
    await expectReflow(page, 'check of a correction')
    await changes.main.locator('.answer-list').getByRole('link').first().click()
    await changes.main.locator('input[inputmode="decimal"]').fill('3100')
    await changes.isSaved()
    await changes.continue.click()
    await changes.isOn(words.changes.check)
    await expect(changes.main).toContainText('$3,100.00')
    await changes.continue.click()
    await changes.signedName.fill(`${person.firstName} ${person.lastName}`)
    await changes.send.click()
    await changes.isOn(words.changes.done)
    const number = await changes.confirmationNumber.innerText()
    await changes.link(words.changes.follow).click()

    await pages.isOn(words.reports.report)
    await expect(pages.main).toContainText(number)
    await pages.link(words.reports.seeEarlier).click()
    await expect(pages.main).toContainText(first.confirmationNumber)
    await expect(pages.main).toContainText('$2,500.00')
    await pages.link(words.reports.seeNewer).click()
    await expect(pages.main).toContainText(number)
    await page.goto('/my-account/receipts')
    await pages.main.locator('.own-list').getByRole('link', { name: number }).click()
    await expect(pages.main.locator('.receipt-facts')).toContainText(first.confirmationNumber)
  },
)
