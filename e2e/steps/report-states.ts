import type { Receipt } from '@connect/contract/rooms/receipts'
import { expect, type Page } from '@playwright/test'
import { reportPages } from '../pages/report-pages.ts'
import { plant } from '../portal/plant.ts'
import type { Words } from '../words.ts'
import type { State } from './every-state.ts'
import { takeFurther } from './feed.ts'

/** What becomes of a report that somebody sent, by its id: its pages, what is added to it, and its receipts. */
export async function* reportStates(page: Page, words: Words, report: string): AsyncGenerator<State> {
  const pages = reportPages(page, words)
  await page.goto('/my-account/reports')
  await expect(pages.main.locator('.own-list > li')).toHaveCount(1)
  yield 'reports'
  await page.goto(`/my-account/reports/${report}`)
  await expect(pages.timeline).toHaveCount(1)
  yield 'report, received'
  const message = 'What we ask for, as a worker writes it.'
  plant({ kind: 'report', value: message })
  await takeFurther(report, 'needs_information', message)
  await page.reload()
  await expect(pages.timeline).toHaveCount(2)
  yield 'report, more is needed'
  await pages.button(words.reports.withdraw).click()
  await expect(pages.dialog).toBeVisible()
  yield 'question before a report is taken back'
  await page.goto(`/my-account/reports/${report}/add`)
  await pages.button(words.reports.send).click()
  await expect(pages.errorSummary).toBeFocused()
  yield 'add to a report, with errors'
  await pages.message.fill(message)
  await pages.button(words.reports.send).click()
  await pages.isOn(words.reports.haveSent)
  yield 'addition received'
  await takeFurther(report, 'declined', message)
  await page.goto(`/my-account/reports/${report}`)
  await expect(pages.timeline).toHaveCount(4)
  yield 'report, declined'
  await page.goto('/my-account/send-proof')
  await pages.button(words.reports.send).click()
  await expect(pages.errorSummary).toBeFocused()
  await expect(pages.errorSummary).toContainText(words.reports.chooseCase)
  yield 'send proof, with errors'
  await page.goto('/my-account/receipts')
  const receipts = pages.main.locator('.own-list > li').getByRole('link')
  await expect(receipts).toHaveCount(2)
  yield 'receipts'
  await receipts.last().click()
  await pages.isOn(words.receipts.one)
  yield 'receipt'
  const receipt = await receiptOf(page, report)
  await page.goto('/receipts/verify')
  for (const [shown, state] of [
    [receipt, words.receipts.genuine],
    [{ ...receipt, signedName: null }, words.receipts.changed],
    [{}, words.receipts.noReceipt],
  ] as const) {
    const buffer = Buffer.from(JSON.stringify(shown))
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer })
    await expect(pages.main.locator('.alert')).toContainText(state)
    if (state === words.receipts.genuine) await expect(pages.main).toContainText(words.receipts.given)
    yield `receipt that is checked: ${state}`
  }
}

/** The receipt as the service signs it. */
function receiptOf(page: Page, report: string): Promise<Receipt> {
  return page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/change-reports/${id}/receipt`)
    return (await answer.json()) as Receipt
  }, report)
}
