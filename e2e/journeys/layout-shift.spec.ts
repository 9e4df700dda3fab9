import { expect, test } from '../fixtures.ts'
import { holdApplication } from '../steps/hold-application.ts'

/** How much may move while a page loads (docs: voice and look). */
const most = 0.02

for (const path of ['/', '/create-account/name', '/sign-in']) {
  test(`${path} begins before the application has come`, { tag: '@twice' }, async ({ page }) => {
    const letThrough = await holdApplication(page)
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toBeVisible()
    await expect(page.getByRole('main')).toHaveCount(0)
    const painted = await heading.innerText()
    letThrough()
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(painted)
  })

  test(`nothing jumps while ${path} loads`, { tag: '@twice' }, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const shift = await page.evaluate(async () => {
      const entries = await new Promise<PerformanceEntryList>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect()
          resolve(list.getEntries())
        }).observe({ type: 'layout-shift', buffered: true })
        // Where nothing has moved, nobody calls.
        requestIdleCallback(() => resolve([]), { timeout: 2000 })
      })
      return entries.reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0)
    })
    expect(shift).toBeLessThanOrEqual(most)
  })
}
