import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from '../words.ts'
import { portalPage, type PortalPage } from './portal-page.ts'

/** The pages about one's own account. */
export interface ProfilePages extends PortalPage {
  readonly main: Locator
  /** What the page has to say at once: what was done, or why not. */
  readonly alert: Locator
  readonly firstName: Locator
  readonly lastName: Locator
  readonly email: Locator
  readonly currentPassword: Locator
  readonly newPassword: Locator
  readonly newPasswordAgain: Locator
  readonly yourPassword: Locator
  readonly save: Locator
  /** The row of the profile that shows something. */
  row(label: string): Locator
  /** The link that leads to where that is changed. */
  change(label: string): Locator
  /** Opens the profile from the first page of whoever is signed in. */
  open(): Promise<void>
  /** Waits until the profile stands there and tells that something was done. */
  tells(done: string): Promise<void>
}

export function profilePages(page: Page, words: Words): ProfilePages {
  const common = portalPage(page, words)
  const { field } = common
  const main = page.getByRole('main')
  const alert = main.locator('.alert')
  const row = (label: string) =>
    page.locator('.answer-list > div').filter({ has: page.getByText(label, { exact: true }) })
  return {
    ...common,
    main,
    alert,
    firstName: field(words.firstName),
    lastName: field(words.lastName),
    email: field(words.email),
    currentPassword: field(words.profile.currentPassword),
    newPassword: field(words.profile.newPassword),
    newPasswordAgain: field(words.profile.newPasswordAgain),
    yourPassword: field(words.profile.yourPassword),
    save: main.getByRole('button', { name: words.profile.save, exact: true }),
    row,
    change: (label) => row(label).getByRole('link'),
    async open() {
      await page.goto('/my-account')
      await main.getByRole('link', { name: words.profile.link, exact: true }).click()
      await expect(page).toHaveURL('/my-account/profile')
      await expect(common.heading).toHaveText(words.profile.heading)
    },
    async tells(done) {
      await expect(page).toHaveURL('/my-account/profile')
      await expect(alert).toContainText(done)
      await expect(alert.locator('..')).toBeFocused()
    },
  }
}
