import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { reportPages } from '../pages/report-pages.ts'
import { signInWithCases } from '../steps/associate.ts'
import { takeFurther, tellHousehold } from '../steps/feed.ts'
import { aPdf, aPhoto, aTextFile } from '../steps/files.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'

test(
  'a person sends what a letter asks for, answers what the agency asks back, and sees each step of it',
  { tag: '@twice' },
  async ({ page, words }) => {
    const { adults } = await tellHousehold('renewal-due')
    const home = casePages(page, words)
    const pages = reportPages(page, words)
    await signInWithCases(page, words, adults[0])
    await page.goto('/my-account/reports')
    await expect(pages.main).toContainText(words.reports.none)

    await page.goto('/my-account')
    await home.tile(words.cases.deadlines).getByRole('link').last().click()
    await pages.isOn(words.cases.letter)
    await pages.link(words.reports.sendWhatItAsks).click()
    await pages.isOn(words.reports.answerLetter)
    await pages.button(words.reports.send).click()
    await expect(pages.errorSummary).toContainText(words.reports.addFile)
    await pages.errorSummary.getByRole('link').click()
    await expect(pages.main.locator('.file-slot-title')).toBeFocused()

    // What nobody could read as proof is not even sent, and says what to do instead.
    await pages.choose(aPhoto('first.png'), aPhoto('second.png', 40), aPdf('lease.pdf'), aTextFile())
    await expect(pages.main).toContainText(words.reports.notSent)
    await pages.expectReady(3)
    await expectAccessible(page, 'files that are ready')
    await expectReflow(page, 'files that are ready')
    await pages.files.nth(1).getByRole('button', { name: words.reports.remove }).click()
    await pages.expectReady(2)

    // Files that have arrived outlive a reload: nothing is taken a photo of twice.
    await page.reload()
    await pages.expectReady(2)
    await pages.button(words.reports.send).click()
    await pages.isOn(words.reports.haveSent)
    await expect(pages.main).toContainText(/\d{4} \d{4} \d{4}/)
    await expect(pages.main).toContainText('lease.pdf')
    await expectAccessible(page, 'what was sent has arrived')

    await pages.link(words.reports.see).click()
    await pages.isOn(words.reports.report)
    await expect(pages.main).toContainText(words.reports.haveDocuments)
    await expect(pages.link(words.reports.letter)).toBeVisible()
    await pages.expectReady(2)
    const reportId = new URL(page.url()).pathname.split('/').at(-1) ?? ''

    await takeFurther(reportId, 'needs_information', 'Please send page 2 of the lease.')
    await page.goto('/my-account')
    await expect(home.tile(words.reports.heading)).toContainText(words.reports.asked)
    await home.tile(words.reports.heading).getByRole('link', { name: words.reports.answerNow }).click()
    await pages.isOn(words.reports.report)
    await expect(pages.main.locator('.alert')).toContainText(words.reports.needSomething)
    await expect(pages.main.locator('.alert')).toContainText('page 2 of the lease')
    await pages.link(words.reports.answer).click()
    await pages.isOn(words.reports.add)
    await expect(pages.main).toContainText('page 2 of the lease')
    await pages.choose(aPhoto('page 2.png'))
    await pages.expectReady(1)
    await pages.message.fill('Here it is.')
    await pages.button(words.reports.send).click()
    await pages.isOn(words.reports.haveSent)
    await pages.link(words.reports.see).click()
    await expect(pages.timeline).toHaveCount(3)
    await expect(pages.timeline.last()).toContainText(words.reports.youAdded)
    await expect(pages.timeline.last()).toContainText('Here it is.')
  },
)

test(
  'a person takes back what nobody has decided, and is asked before',
  { tag: '@twice' },
  async ({ page, words }) => {
    const { adults } = await tellHousehold('single-elder')
    const pages = reportPages(page, words)
    await signInWithCases(page, words, adults[0])
    await page.goto('/my-account/send-proof')
    await pages.choose(aPdf())
    await pages.expectReady(1)
    await pages.button(words.reports.send).click()
    await pages.isOn(words.reports.haveSent)
    await pages.link(words.reports.see).click()
    await pages.button(words.reports.withdraw).click()
    await expect(pages.dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(pages.dialog).toBeHidden()
    await expect(pages.main).toContainText(words.reports.haveDocuments)
    await pages.button(words.reports.withdraw).click()
    await pages.dialog.getByRole('button', { name: words.reports.withdrawIt, exact: true }).click()
    await expect(pages.main).toContainText(words.reports.withdrawn)
    await expect(pages.button(words.reports.withdraw)).toHaveCount(0)
    await page.goto('/my-account/reports')
    await expect(pages.main.locator('.own-list > li')).toHaveCount(1)
    await expect(pages.main.locator('.own-list')).toContainText(words.reports.takenBack)
  },
)
