import { expect, test } from '../fixtures.ts'

test.use({ javaScriptEnabled: false })

test('without script the page says so, and how to get help all the same', async ({ page }) => {
  for (const path of ['/', '/create-account/name', '/contact']) {
    await page.goto(path)
    await expect(page.getByRole('link', { name: 'ConneCT' })).toBeVisible()
    const body = page.locator('body')
    await expect(body).toContainText('JavaScript')
    for (const number of ['877-874-1612', '1-855-626-6632'])
      await expect(page.locator(`a[href^="tel:"]`).filter({ hasText: number }).first()).toBeVisible()
    await expect(page.locator('[lang="es"]').first()).toBeVisible()
  }
})
