import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { changeTypeOf } from '@connect/contract/changes/change-types'
import { exampleChanges } from '@connect/contract/changes/paths'
import type { Report } from '@connect/contract/rooms/change-reports'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { answering, plantAnswers } from '../steps/answer-questions.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'

test(
  'a draft of an older form says what is new in it until its writer has gone on with it',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const type = changeTypeOf('start_job')
    const [isNew] = type?.fields.filter(({ required }) => !required) ?? []
    if (type === undefined || isNew === undefined) throw new Error('nobody starts a job')
    const { adults, told } = await tellHousehold('single-elder')
    const [{ memberId }] = adults
    const pages = changePages(page, words, language)
    await signInWithCases(page, words, adults[0])
    await pages.begin(type)
    const employer = pages.main.locator('input[type="text"]').last()
    await employer.fill('Corner Store')
    await pages.isSaved()

    const forget = await asOfAnOlderForm(page, { change: 0, added: [isNew.id], removed: ['asked_before'] })
    await page.goto('/my-account/report-change')
    await page.reload()
    await pages.main.getByRole('link', { name: new RegExp(`^${words.changes.goOn}`) }).click()
    await pages.isOn(words.changes.check)
    await expect(pages.alert).toContainText(words.changes.formChanged)
    await expect(pages.alert).toContainText(isNew.label[language])
    await expectAccessible(page, 'check of a draft of an older form')
    await pages.main.getByRole('link', { name: new RegExp(`^${words.changes.finishPart}`) }).click()
    const news = pages.alert.filter({ hasText: words.changes.formChanged })
    await expect(news).toContainText(isNew.label[language])
    await expectReflow(page, 'questions of an older form')
    await employer.fill('Other Store')
    await pages.isSaved()
    await expect(news).toBeVisible()

    // What went is with the service by now, and is told after a reload, too.
    await forget()
    await page.reload()
    await expect(news).toContainText(words.changes.formChanged)
    const [change] = exampleChanges(type, { memberId, today: dayInConnecticut(new Date()) })
    if (change === undefined) throw new Error('nothing is answered about a job')
    plantAnswers(change)
    await answering({ page, words, language, members: told.members }).fill(type, change)
    await pages.continue.click()
    await pages.isOn(words.changes.check)
    await expect(news).toHaveCount(0)
    await pages.isSaved()
    await page.reload()
    await pages.isOn(words.changes.check)
    await expect(news).toHaveCount(0)
  },
)

/**
 * Has drafts told as they would be, had they been written before their forms changed: so far, no form has. Answers how
 * they are told as they are again.
 */
async function asOfAnOlderForm(page: Page, news: Report['formNews'][number]): Promise<() => Promise<void>> {
  const drafts = /\/api\/v1\/change-reports\/[\w-]{36}$/
  await page.route(drafts, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback()
    const response = await route.fetch()
    const report = (await response.json()) as Report
    const changes = report.changes.map((change) => ({ ...change, goneQuestions: news.removed }))
    await route.fulfill({ response, json: { ...report, changes, formNews: [news] } })
  })
  return () => page.unroute(drafts)
}
