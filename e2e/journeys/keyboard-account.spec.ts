import { expect, test } from '../fixtures.ts'
import { profilePages } from '../pages/profile-pages.ts'
import { aPersonWithAccount } from '../steps/account.ts'
import { anotherBrowser } from '../steps/another-browser.ts'
import { keyboardOf } from '../steps/keyboard.ts'
import { giveCredentials, signIn } from '../steps/sign-in.ts'

test(
  'a person looks after devices and takes the data along, by keyboard alone',
  { tag: '@twice' },
  async ({ page, browser, words, language }) => {
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    const keyboard = keyboardOf(page)
    const elsewhere = await anotherBrowser(browser, language)
    await signIn(elsewhere, words, known)
    await elsewhere.context().close()
    await signIn(page, words, known)
    await keyboard.open('/my-account/profile')
    await keyboard.press(pages.link(words.profile.devices))
    await expect(pages.heading).toBeFocused()
    await expect(page.locator('.own-list > li')).toHaveCount(2)
    await keyboard.press(
      pages.main.getByRole('button', { name: new RegExp(`^${words.profile.signOutThere}`) }),
    )
    await expect(pages.alert).toContainText(words.profile.signedOutThere)
    await expect(pages.alert.locator('..')).toBeFocused()
    await keyboard.leave()

    await keyboard.open('/my-account/profile')
    await keyboard.press(pages.link(words.profile.export))
    await expect(pages.heading).toBeFocused()
    for (const name of [words.profile.pdf, words.profile.json]) {
      const download = page.waitForEvent('download')
      await keyboard.press(pages.button(name))
      await download
      await expect(pages.button(name)).toBeFocused()
    }
  },
)

test(
  'a person asks for deletion, comes back, and reads of it in the messages, by keyboard alone',
  { tag: '@twice' },
  async ({ page, words }) => {
    const known = await aPersonWithAccount()
    const pages = profilePages(page, words)
    const keyboard = keyboardOf(page)
    await signIn(page, words, known)
    await keyboard.open('/my-account/profile')
    await keyboard.press(pages.link(words.profile.delete))
    await expect(pages.heading).toBeFocused()
    await keyboard.press(pages.button(words.profile.deleteNow))
    await expect(pages.errorSummary).toBeFocused()
    await keyboard.type(pages.yourPassword, known.password)
    await page.keyboard.press('Enter')
    await expect(pages.heading).toHaveText(words.profile.willBeDeleted)
    await expect(pages.heading).toBeFocused()
    await keyboard.leave()

    await keyboard.open('/sign-in')
    await giveCredentials(page, words, known)
    await expect(pages.heading).toHaveText(words.profile.keepQuestion)
    await expect(pages.heading).toBeFocused()
    await keyboard.press(pages.button(words.profile.keep))
    await pages.tells(words.profile.kept)

    await keyboard.open('/my-account')
    await keyboard.press(pages.main.getByRole('link', { name: words.messages.card }))
    await expect(pages.heading).toHaveText(words.messages.heading)
    await expect(pages.heading).toBeFocused()
    await expect(pages.main.getByRole('listitem')).toHaveCount(2)
    await keyboard.leave()
    await keyboard.backTo(pages.main.getByRole('link').first())
  },
)
