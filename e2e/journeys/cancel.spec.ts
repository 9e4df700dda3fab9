import { expect, test } from '../fixtures.ts'
import { fill, goTo } from '../steps/create-account.ts'

test(
  'Cancel asks once, leads home, and leaves nothing behind',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'credentials')
    await fill.credentials(pages, person)
    const dialog = page.getByRole('dialog')

    await pages.cancel.click()
    await dialog.getByRole('button', { name: words.noStay }).click()
    await expect(dialog).toBeHidden()
    await expect(pages.userId).toHaveValue(person.userId)

    await pages.cancel.click()
    await dialog.getByRole('button', { name: words.yesStop }).click()
    await expect(page).toHaveURL('/')
    const kept = await page.evaluate(() =>
      [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join(''),
    )
    for (const value of [person.firstName, person.email, person.userId]) expect(kept).not.toContain(value)

    await page.goBack()
    await pages.isOn('name')
    await expect(pages.firstName).toHaveValue('')
    await page.reload()
    await expect(pages.firstName).toHaveValue('')
  },
)
