import { expect, test } from '../fixtures.ts'
import { readFile } from 'node:fs/promises'
import type { AccountExport } from '@connect/contract/rooms/account-export'
import { profilePages } from '../pages/profile-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { anotherBrowser } from '../steps/another-browser.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'
import { refusal } from '../watch.ts'

test(
  'a person sees what was done in the account, newest first',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = profilePages(page, words)
    await signIn(page, words, await aPersonWithAccount())
    await page.goto('/my-account/profile/name')
    await pages.firstName.fill(person.firstName)
    await pages.save.click()
    await pages.tells(words.profile.nameChanged)
    await pages.link(words.profile.activity).click()
    const entries = page.locator('.own-list > li')
    await expect(entries.first()).toContainText(words.profile.nameWasChanged)
    await expect(entries.nth(1)).toContainText(words.profile.signedIn)
    await expect(entries.nth(1)).toContainText('Chrome')
  },
)

test(
  'what is further back comes when asked for, and focus goes to where it begins',
  { tag: '@twice' },
  async ({ page, words }) => {
    const pages = profilePages(page, words)
    await signIn(page, words, await aPersonWithAccount())
    // More entries than a page has, made as the pages make them.
    await page.evaluate(async () => {
      for (let change = 0; change < 20; change += 1)
        await fetch('/api/v1/account', {
          method: 'PATCH',
          headers: { 'content-type': 'application/json', 'if-match': '*' },
          body: JSON.stringify({ locale: change % 2 === 0 ? 'es' : 'en' }),
        })
    })
    await page.goto('/my-account/activity')
    const entries = page.locator('.own-list > li')
    await expect(entries).toHaveCount(20)
    await pages.button(words.profile.showMore).click()
    await expect(entries.nth(20)).toBeFocused()
    await expect(entries.last()).toContainText(words.profile.accountCreated)
    await expect(pages.button(words.profile.showMore)).toHaveCount(0)
  },
)

test(
  'a person signs out on another device, and it is out at once',
  { tag: '@twice' },
  async ({ page, browser, words, watch, language }) => {
    watch.expectConsole(refusal(401))
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    const elsewhere = await anotherBrowser(browser, language)
    await signIn(elsewhere, words, known)
    await signIn(page, words, known)
    await pages.open()
    await pages.link(words.profile.devices).click()
    const entries = page.locator('.own-list > li')
    await expect(entries).toHaveCount(2)
    await expect(entries.first()).toContainText(words.profile.thisDevice)
    await expect(entries.first().getByRole('button')).toHaveCount(0)
    await entries
      .nth(1)
      .getByRole('button', { name: new RegExp(`^${words.profile.signOutThere}`) })
      .click()
    await expect(pages.alert).toContainText(words.profile.signedOutThere)
    await expect(pages.alert.locator('..')).toBeFocused()
    await elsewhere.goto('/my-account')
    await expect(elsewhere).toHaveURL('/sign-in')
    await elsewhere.context().close()
  },
)

test(
  'a person takes along everything, to read and for programs',
  { tag: '@twice' },
  async ({ page, words }) => {
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await pages.open()
    await pages.link(words.profile.export).click()
    const file = async (button: string) => {
      const download = page.waitForEvent('download')
      await pages.button(button).click()
      return readFile(await (await download).path())
    }
    const pdf = await file(words.profile.pdf)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await expect(page.getByText(words.profile.inDownloads)).toHaveCount(1)
    const { account } = JSON.parse((await file(words.profile.json)).toString()) as AccountExport
    expect(account.userId).toBe(known.userId)
    await expect(page.getByText(words.profile.inDownloads)).toHaveCount(2)
  },
)

test(
  'a person asks for deletion, comes back, and keeps the account',
  { tag: '@twice' },
  async ({ page, words, watch }) => {
    watch.expectConsole(refusal(401))
    watch.expectConsole(refusal(422))
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    await signIn(page, words, known)
    await pages.open()
    await pages.link(words.profile.delete).click()
    await pages.yourPassword.fill(`${known.password}x`)
    await pages.button(words.profile.deleteNow).click()
    await expect(pages.errorSummary).toContainText(words.profile.notCurrent, { ignoreCase: true })
    await pages.yourPassword.fill(known.password)
    await pages.button(words.profile.deleteNow).click()
    await expect(page).toHaveURL('/my-account/delete/done')
    await expect(pages.heading).toHaveText(words.profile.willBeDeleted)
    await expect(pages.heading).toBeFocused()
    await page.goBack()
    await expect(page.getByText(known.firstName)).toHaveCount(0)

    // Whoever comes back is asked before anything else, and may also let it be.
    await page.goto('/sign-in')
    await giveCredentials(page, words, known)
    await expect(pages.heading).toHaveText(words.profile.keepQuestion)
    await page.goto('/my-account/activity')
    await expect(pages.heading).toHaveText(words.profile.keepQuestion)
    await pages.main.getByRole('button', { name: words.signOut, exact: true }).click()
    await expect(page).toHaveURL('/signed-out')

    await page.goto('/sign-in')
    await giveCredentials(page, words, known)
    await pages.button(words.profile.keep).click()
    await pages.tells(words.profile.kept)
    await expect(pages.main).toContainText(known.firstName)
  },
)
