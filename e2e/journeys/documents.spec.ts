import { expect, test } from '../fixtures.ts'
import { reportPages } from '../pages/report-pages.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { aPdf, aPhoto } from '../steps/files.ts'

test(
  'photos become one PDF, and a file that nobody can open says what to do',
  { tag: '@twice' },
  async ({ page, words }) => {
    const { adults } = await tellHousehold('single-elder')
    const pages = reportPages(page, words)
    await signInWithCases(page, words, adults[0])
    await page.goto('/my-account/send-proof')
    await pages.choose(aPhoto('page 1.png'), aPhoto('page 2.png', 30))
    await pages.expectReady(2)
    await pages.button(words.reports.onePdf).click()
    await pages.expectReady(1)
    await expect(pages.files).toContainText(words.reports.twoPages)

    const whole = aPdf('cut off.pdf')
    await pages.choose({ ...whole, buffer: whole.buffer.subarray(0, 300) })
    const refused = pages.files.filter({ hasText: 'cut off.pdf' })
    await expect(refused).toContainText(words.reports.cannotOpen)
    await refused.getByRole('button', { name: words.reports.remove }).click()
    await expect(refused).toHaveCount(0)
    // What was pressed is gone: focus is where one goes on from.
    await expect(pages.main.locator('.file-slot > h2')).toBeFocused()
  },
)

test(
  'a file on its way can be stopped, and one whose connection was lost goes again as the same one',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(/net::ERR/)
    const { adults } = await tellHousehold('single-elder')
    const pages = reportPages(page, words)
    await signInWithCases(page, words, adults[0])
    await page.goto('/my-account/send-proof')

    let isHeld = true
    const keys: string[] = []
    await page.route('**/api/v1/documents', async (route) => {
      if (isHeld) return
      keys.push(route.request().headers()['idempotency-key'] ?? '')
      if (keys.length === 1) await route.abort('connectionfailed')
      else await route.continue()
    })
    await pages.choose(aPhoto('slow.png'))
    await pages.button(words.reports.stopSending).click()
    await expect(pages.files).toHaveCount(0)

    isHeld = false
    await pages.choose(aPhoto('kept.png'))
    await pages.expectReady(1)
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(2)
  },
)
