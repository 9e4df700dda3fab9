import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import { holdCases } from '@connect/prisma/testing/factories/cases'
import { runningDatabase } from '@connect/prisma/testing/running-database'
import { expect, test } from '../fixtures.ts'
import { casePages } from '../pages/case-pages.ts'
import { changePages } from '../pages/change-pages.ts'
import { portal } from '../portal/portal.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { associate } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'
import { reportInheritance } from '../steps/report.ts'
import { signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'after a recovery every page about reports says why they are closed and leads to opening them',
  { tag: '@twice' },
  async ({ page, words, language, watch }) => {
    watch.expectConsole(refusal(403))
    watch.expectConsole(refusal(404))
    const type = changeTypeOf('school')
    if (type === undefined) throw new Error('nobody goes to school')
    const { adults, caseId } = await tellHousehold('single-elder')
    const [woman] = adults
    const pages = changePages(page, words, language)
    const person = await aPersonWithAccount()
    await signIn(page, words, person)
    await associate(page, woman)
    const changedOn = dayInConnecticut(new Date())
    const { id, reportId, confirmationNumber } = await reportInheritance(page, {
      caseId,
      memberId: woman.memberId,
      changedOn,
    })
    await pages.begin(type)
    await pages.isSaved()
    const draft = new URL(page.url()).pathname.split('/').at(-3) ?? ''
    await holdCases(runningDatabase(portal().dataDir).ownerUrl, person.id)

    const report = `/my-account/reports/${reportId}`
    for (const path of [
      '/my-account/reports',
      report,
      `${report}/add`,
      `${report}/sent/${id}`,
      '/my-account/send-proof',
      '/my-account/receipts',
      `/my-account/receipts/${id}`,
      '/my-account/report-change',
      `/my-account/report-change/${draft}/check`,
      `/my-account/report-change/${reportId}/done`,
    ]) {
      await page.goto(path)
      await expect(pages.alert, path).toContainText(words.cases.held)
      await expect(pages.alert.getByRole('link'), path).toHaveCount(1)
      await expect(pages.main, path).not.toContainText(confirmationNumber)
    }
    await expectReflow(page, 'a report that is held')

    await page.goto(report)
    await expectAccessible(page, 'a report that is held')
    await pages.alert.getByRole('link').click()
    const cases = casePages(page, words)
    // Where there are several cases, each is opened by itself.
    await cases.main.getByRole('listitem').getByRole('link').click()
    await cases.isOn(words.cases.confirm)
    await cases.give(woman)
    await cases.button(words.cases.openAgain).click()
    await cases.isOn(words.cases.isOpenAgain)
    await page.goto(report)
    await expect(pages.main).toContainText(confirmationNumber)

    // What is none of theirs is said to be so, and not to be closed.
    for (const path of ['reports', 'receipts', 'report-change']) {
      await page.goto(`/my-account/${path}/${caseId}${path === 'report-change' ? '/check' : ''}`)
      await expect(pages.alert, path).toContainText(words.cases.notAmongYours)
    }
  },
)
