import { expect, type Locator, type Page } from '@playwright/test'
import type { FileToSend } from '../steps/files.ts'
import type { Words } from '../words.ts'
import { portalPage, type PortalPage } from './portal-page.ts'

/** The pages of what was reported and sent, and those on which files are added. */
export interface ReportPages extends PortalPage {
  readonly main: Locator
  /** Files that are there or on their way, in their order. */
  readonly files: Locator
  readonly message: Locator
  readonly timeline: Locator
  readonly dialog: Locator
  isOn(heading: string): Promise<void>
  choose(...files: readonly FileToSend[]): Promise<void>
  /** Every file has arrived, was looked at, and may be opened. */
  expectReady(count: number): Promise<void>
}

export function reportPages(page: Page, words: Words): ReportPages {
  const portal = portalPage(page, words)
  const main = page.getByRole('main')
  const files = main.locator('.file')
  return {
    ...portal,
    main,
    files,
    message: portal.field(words.reports.message),
    timeline: main.locator('.report-timeline > li'),
    dialog: page.getByRole('dialog'),
    async isOn(heading) {
      await expect(portal.heading).toHaveText(heading)
    },
    async choose(...chosen) {
      await main.getByLabel(words.reports.chooseFiles).setInputFiles([...chosen])
    },
    async expectReady(count) {
      await expect(files).toHaveCount(count)
      await expect(files.filter({ hasText: words.reports.opens })).toHaveCount(count)
    },
  }
}
