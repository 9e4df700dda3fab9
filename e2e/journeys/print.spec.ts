import { expect, test } from '../fixtures.ts'
import { goTo } from '../steps/create-account.ts'
import { sheetsOf } from '../steps/sheets.ts'

test(
  'the confirmation prints on one sheet, with the date and the address of the site',
  { tag: '@once' },
  async ({ page, words, person }) => {
    await goTo(page, words, person, 'done')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('main')).toContainText(person.userId)
    await expect(page.locator('.print-only').filter({ hasText: new URL(page.url()).origin })).toBeVisible()
    for (const link of ['/sign-in', '/feedback'])
      await expect(page.getByRole('contentinfo').locator(`a[href="${link}"]`)).toBeHidden()
    await expect(page.getByRole('banner').getByRole('button')).toBeHidden()
    expect(await sheetsOf(page)).toBe(1)
  },
)

test(
  'the agreement prints in full, from the wizard too',
  { tag: '@once' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'agreement')
    await expect(pages.accept).toBeVisible()
    const region = page.locator('.agreement')
    await page.emulateMedia({ media: 'print' })
    const isCut = await region.evaluate((element) => element.scrollHeight > element.clientHeight + 1)
    expect(isCut).toBe(false)
    await expect(pages.continue).toBeHidden()
  },
)
