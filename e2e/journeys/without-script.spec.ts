import { expect, test } from '../fixtures.ts'

test.use({ javaScriptEnabled: false })

test(
  'without script the page says so, and how to get help all the same',
  { tag: '@twice' },
  async ({ page }) => {
    for (const path of ['/', '/create-account/name', '/contact']) {
      await page.goto(path)
      await expect(page.getByRole('link', { name: 'ConneCT' })).toBeVisible()
      // Playwright's own look at texts passes over what stands in noscript.
      const text = await page.evaluate(() => document.body.innerText)
      expect(text).toContain('turn on JavaScript')
      expect(text).toContain('active JavaScript')
      for (const number of ['1-877-874-1612', '1-855-626-6632']) {
        expect(text).toContain(number)
        await expect(page.locator(`a[href="tel:+${number.replaceAll('-', '')}"]`).first()).toBeVisible()
      }
    }
  },
)
