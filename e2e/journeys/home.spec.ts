import { expect, test } from '../fixtures.ts'

test('the two main doors stand above the fold', async ({ page, words }) => {
  await page.goto('/')
  const main = page.getByRole('main')
  const fold = page.viewportSize()?.height ?? 0
  for (const door of [words.createDoor, words.signInDoor]) {
    const link = main.getByRole('link', { name: door })
    await expect(link).toBeVisible()
    const box = await link.boundingBox()
    expect((box?.y ?? fold) + (box?.height ?? 1), door).toBeLessThanOrEqual(fold)
  }
})

test('the home page leads to everything that people look for', { tag: '@twice' }, async ({ page }) => {
  await page.goto('/')
  const main = page.getByRole('main')
  for (const path of ['/am-i-eligible', '/apply', '/forms', '/questions', '/contact', '/offices', '/about'])
    await expect(main.locator(`a[href="${path}"]`).first(), path).toBeVisible()
  for (const number of ['+18778741612', '+18556266632'])
    await expect(main.locator(`a[href="tel:${number}"]`).first(), number).toBeVisible()
  const foot = page.getByRole('contentinfo')
  const duties = ['/feedback', '/sign-in', '/disclaimer', '/privacy', '/accessibility', '/nondiscrimination']
  for (const path of duties) await expect(foot.locator(`a[href="${path}"]`), path).toBeVisible()
})
