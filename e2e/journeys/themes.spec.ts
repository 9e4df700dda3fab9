import { expect, test } from '../fixtures.ts'
import type { Page } from '@playwright/test'

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

test(
  'the look follows the device until one is chosen, and the choice is remembered',
  { tag: '@twice' },
  async ({ page, words }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto('/about')
    const look = page.getByRole('contentinfo').getByRole('group')
    await expect(look.getByRole('radio', { name: words.themes.system, exact: true })).toBeChecked()
    const light = await paper(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await paper(page)
    expect(dark).not.toBe(light)

    await look.getByRole('radio', { name: words.themes.light, exact: true }).check()
    expect(await paper(page)).toBe(light)
    await look.getByRole('radio', { name: words.themes.contrast, exact: true }).check()
    const contrast = await paper(page)
    await page.emulateMedia({ colorScheme: 'light' })
    await page.reload()
    await expect(look.getByRole('radio', { name: words.themes.contrast, exact: true })).toBeChecked()
    expect(await paper(page)).toBe(contrast)
    await look.getByRole('radio', { name: words.themes.system, exact: true }).check()
    expect(await paper(page)).toBe(light)
  },
)
