import type { ChangeType } from '@connect/contract/changes/change-type'
import type { Locale } from '@connect/contract/shared/text'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from '../words.ts'
import { exactly, portalPage, type PortalPage } from './portal-page.ts'

/** The pages on which a change is reported. */
export interface ChangePages extends PortalPage {
  readonly main: Locator
  readonly alert: Locator
  readonly dialog: Locator
  readonly continue: Locator
  /** What is asked of a change, in its order; parts of an answer are no questions. */
  readonly questions: Locator
  /** By when a change has to be reported. */
  readonly due: Locator
  readonly signedName: Locator
  readonly send: Locator
  readonly confirmationNumber: Locator
  /** A kind of change, in the list of all of them. */
  kind(type: ChangeType): Locator
  /** A question with several fields or answers to choose from. */
  question(label: string): Locator
  /** Where the proofs of a change are sent, by its place in the report. */
  proofOf(index: number): Locator
  /** A change as it stands before it is sent. */
  checked(type: ChangeType): Locator
  /** Begins a report of these kinds; the questions of the first one stand there then. */
  begin(...types: readonly ChangeType[]): Promise<void>
  isOn(heading: string): Promise<void>
  /** What was typed is with the service. */
  isSaved(): Promise<void>
}

export function changePages(page: Page, words: Words, language: Locale): ChangePages {
  const portal = portalPage(page, words)
  const main = page.getByRole('main')
  const pages: ChangePages = {
    ...portal,
    main,
    alert: main.locator('.alert'),
    dialog: page.getByRole('dialog'),
    continue: main.getByRole('button', { name: words.continue, exact: true }),
    questions: main.locator('form > .field > .field-label'),
    due: main.locator('.due'),
    signedName: portal.field(words.changes.name),
    send: portal.button(words.changes.send),
    confirmationNumber: main.locator('.confirmation-number'),
    kind: ({ label }) => main.getByRole('checkbox', { name: label[language], exact: true }),
    question: (label) => main.getByRole('group', { name: exactly(label) }),
    proofOf: (index) => main.locator('.proof').nth(index),
    checked: ({ label }) => main.getByRole('region', { name: label[language], exact: true }),
    async begin(...types) {
      await page.goto('/my-account/report-change')
      await portal.button(words.changes.start).click()
      await pages.isOn(words.changes.what)
      for (const type of types) await pages.kind(type).check()
      await pages.continue.click()
    },
    async isOn(heading) {
      await expect(portal.heading).toHaveText(heading)
    },
    async isSaved() {
      await expect(main.locator('.kept')).toHaveText(words.changes.saved)
    },
  }
  return pages
}
