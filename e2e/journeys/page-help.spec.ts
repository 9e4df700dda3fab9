import { expect, test } from '../fixtures.ts'
import type { SignupStepName } from '@connect/contract/flows/signup'
import { laterSteps, ownPages, publicPages } from '../pages/all-pages.ts'
import { portalPage } from '../pages/portal-page.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { fill, goOnTo, goTo } from '../steps/create-account.ts'
import { signIn } from '../steps/sign-in.ts'

test(
  'every page has help of its own, and no two share it',
  { tag: '@once' },
  async ({ page, words, person }) => {
    test.setTimeout(180_000)
    const { pageHelp, heading } = portalPage(page, words)
    const helpOf = new Map<string, string>()
    const look = async () => {
      await expect(heading).toBeVisible()
      helpOf.set(new URL(page.url()).pathname, (await pageHelp.getAttribute('href')) ?? 'none')
    }
    for (const path of publicPages) {
      await page.goto(path)
      await look()
    }
    const pages = await goTo(page, words, person, 'credentials')
    let last: SignupStepName = 'credentials'
    for (const step of laterSteps) {
      await goOnTo(pages, person, last, step)
      await look()
      if (step !== 'check') last = step
    }
    await signIn(page, words, await aPersonWithAccount())
    for (const path of ownPages) {
      await page.goto(path)
      await look()
    }
    expect(new Set(helpOf.values()).size).toBe(helpOf.size)

    const texts = new Map<string, string>()
    for (const help of helpOf.values()) {
      await page.goto(help)
      await expect(heading).toBeVisible()
      expect((await page.getByRole('main').innerText()).length, help).toBeGreaterThan(200)
      texts.set(help, await page.getByRole('main').innerText())
    }
    expect(new Set(texts.values()).size).toBe(texts.size)
  },
)

test(
  'help opens over the page, and what is typed underneath stays, passwords included',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'credentials')
    await fill.credentials(pages, person)
    const dialog = page.getByRole('dialog')
    await pages.pageHelp.click()
    await expect(dialog.getByRole('heading').first()).toBeVisible()
    await dialog.getByRole('button', { name: words.closeHelp }).click()
    await expect(dialog).toBeHidden()
    await expect(pages.password).toHaveValue(person.password)

    await pages.pageHelp.click()
    await expect(dialog).toBeVisible()
    await page.goBack()
    await expect(dialog).toBeHidden()
    await pages.isOn('credentials')
    await expect(pages.password).toHaveValue(person.password)
    await pages.continue.click()
    await pages.isOn('secret-questions')
  },
)
