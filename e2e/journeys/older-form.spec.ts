import { changeTypeOf } from '@connect/contract/changes/change-types'
import type { Report } from '@connect/contract/rooms/change-reports'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { changePages } from '../pages/change-pages.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'

test(
  'a draft of an older form says what is new in it, before it is sent and as long as it is written',
  { tag: '@twice' },
  async ({ page, words, language }) => {
    const type = changeTypeOf('start_job')
    const [isNew] = type?.fields.filter(({ required }) => !required) ?? []
    if (type === undefined || isNew === undefined) throw new Error('nobody starts a job')
    const { adults } = await tellHousehold('single-elder')
    const pages = changePages(page, words, language)
    await signInWithCases(page, words, adults[0])
    await pages.begin(type)
    const employer = pages.main.locator('input[type="text"]').last()
    await employer.fill('Corner Store')
    await pages.isSaved()

    await asOfAnOlderForm(page, [{ change: 0, added: [isNew.id], removed: ['asked_before'] }])
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
  },
)

/** Has drafts told as they would be, had they been written before their forms changed: so far, no form has. */
async function asOfAnOlderForm(page: Page, formNews: Report['formNews']): Promise<void> {
  await page.route(/\/api\/v1\/change-reports\/[\w-]{36}$/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback()
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...((await response.json()) as Report), formNews } })
  })
}
