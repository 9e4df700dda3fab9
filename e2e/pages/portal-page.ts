import type { Locator, Page } from '@playwright/test'
import type { Words } from '../words.ts'

/** What every page has. */
export interface PortalPage {
  readonly heading: Locator
  readonly languageSwitch: Locator
  readonly pageHelp: Locator
  readonly errorSummary: Locator
  readonly errorLinks: Locator
  /** A field by the words of its label. */
  field(label: string): Locator
  button(name: string): Locator
  link(name: string): Locator
  /** Everything that stands beside a field to say what is wrong with it. */
  errorOf(field: Locator): Promise<string>
}

export function portalPage(page: Page, words: Words): PortalPage {
  const errorSummary = page.locator('.error-summary')
  return {
    heading: page.getByRole('heading', { level: 1 }),
    languageSwitch: page.getByRole('banner').getByRole('button', { name: words.otherLanguage, exact: true }),
    pageHelp: page.getByRole('banner').getByRole('link', { name: words.pageHelp, exact: true }),
    errorSummary,
    errorLinks: errorSummary.getByRole('link'),
    field: (label) => page.getByLabel(exactly(label)),
    button: (name) => page.getByRole('button', { name, exact: true }),
    link: (name) => page.getByRole('link', { name, exact: true }),
    async errorOf(field) {
      const describedBy = (await field.getAttribute('aria-describedby')) ?? ''
      const id = describedBy.split(' ').find((name) => name.endsWith('-error'))
      return id === undefined ? '' : page.locator(`[id="${id}"]`).innerText()
    },
  }
}

/** The whole label, with or without the star of a required field. */
export function exactly(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}( \\*)?$`)
}
