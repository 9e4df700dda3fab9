import { expect, test } from '../fixtures.ts'
import { portalPage } from '../pages/portal-page.ts'
import { signInWithCases } from '../steps/associate.ts'
import { enterReport, tellHousehold } from '../steps/feed.ts'
import { expectAccessible, expectReflow } from '../steps/look.ts'

test(
  'what a worker writes down is told in a message, which leads to the report',
  { tag: '@twice' },
  async ({ page, words }) => {
    const { heading } = portalPage(page, words)
    const main = page.getByRole('main')
    const told = await tellHousehold('single-elder')
    await signInWithCases(page, words, told.adults[0])
    const { reportId, confirmationNumber } = await enterReport(told)

    await page.goto('/my-account/messages')
    await expect(heading).toHaveText(words.messages.heading)
    const message = main.getByRole('listitem').filter({ hasText: words.messages.reportEntered })
    await expect(message).toContainText(words.messages.isNew)
    await expectAccessible(page, 'a message about a report')
    await expectReflow(page, 'a message about a report')
    await message.getByRole('link', { name: words.messages.openReport }).click()
    await expect(page).toHaveURL(new RegExp(`/my-account/reports/${reportId}$`))
    await expect(main).toContainText(confirmationNumber)
  },
)
