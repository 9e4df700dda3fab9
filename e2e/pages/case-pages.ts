import { expect, type Locator, type Page } from '@playwright/test'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import type { Words } from '../words.ts'
import { portalPage, type PortalPage } from './portal-page.ts'

/** The home page of whoever is signed in, the pages of a case, and those by which one comes to it. */
export interface CasePages extends PortalPage {
  readonly main: Locator
  readonly alert: Locator
  readonly clientId: Locator
  readonly birthYear: Locator
  readonly digits: Locator
  readonly code: Locator
  readonly useCode: Locator
  readonly submit: Locator
  readonly dialog: Locator
  /** At the top of every page of whoever has a case: in the header, and on phones on the page. */
  readonly reportChange: Locator
  readonly entries: Locator
  /** The answer to one question of the home page. */
  tile(title: string): Locator
  /** A page of the case. */
  part(name: string): Locator
  isOn(heading: string): Promise<void>
  /** Fills in what a member shows; the digits, unless a code is given. */
  give(member: FedMember, code?: string): Promise<void>
}

export function casePages(page: Page, words: Words): CasePages {
  const portal = portalPage(page, words)
  const main = page.getByRole('main')
  const pages = {
    ...portal,
    main,
    alert: main.locator('.alert'),
    clientId: portal.field(words.cases.clientId),
    birthYear: portal.field(words.cases.birthYear),
    digits: portal.field(words.cases.digits),
    code: portal.field(words.cases.code),
    useCode: portal.button(words.cases.useCode),
    submit: portal.button(words.cases.submit),
    dialog: page.getByRole('dialog'),
    reportChange: portal.link(words.cases.reportChange).first(),
    entries: main.locator('.own-list > li'),
    tile: (title: string) =>
      main.locator('.tile').filter({ has: page.getByRole('heading', { name: title, exact: true }) }),
    part: (name: string) => main.getByRole('navigation').getByRole('link', { name, exact: true }),
    async isOn(heading: string) {
      await expect(portal.heading).toHaveText(heading)
    },
    async give({ clientId = '', birthYear, ssnLast4 = '' }: FedMember, code?: string) {
      await pages.clientId.fill(clientId)
      await pages.birthYear.fill(String(birthYear))
      if (code === undefined) await pages.digits.fill(ssnLast4)
      else await pages.code.fill(code)
    },
  }
  return pages
}
