import { readFile } from 'node:fs/promises'
import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import { expect, test } from '../fixtures.ts'
import { portalPage } from '../pages/portal-page.ts'
import { signInWithCases } from '../steps/associate.ts'
import { tellHousehold } from '../steps/feed.ts'
import { expectAccessible } from '../steps/look.ts'
import { reportInheritance } from '../steps/report.ts'
import { sheetsOf } from '../steps/sheets.ts'

test(
  'a person keeps the receipt of a report, and whoever gets it can check that it is real',
  { tag: '@twice' },
  async ({ page, words, browserName }) => {
    const { adults, caseId } = await tellHousehold('single-elder')
    const portal = portalPage(page, words)
    const main = page.getByRole('main')
    await signInWithCases(page, words, adults[0])
    const { memberId } = adults[0]
    const receipt = await reportInheritance(page, {
      caseId,
      memberId,
      changedOn: dayInConnecticut(new Date()),
    })

    await page.goto('/my-account/receipts')
    await expect(portal.heading).toHaveText(words.receipts.heading)
    await page.getByRole('link', { name: receipt.confirmationNumber }).click()
    await expect(portal.heading).toHaveText(words.receipts.one)
    await expect(main).toContainText(receipt.confirmationNumber)
    await expect(main).toContainText(words.receipts.dueBy)
    await expect(main).toContainText(words.receipts.online)
    if (browserName === 'chromium') {
      await page.emulateMedia({ media: 'print' })
      expect(await sheetsOf(page)).toBe(1)
      await page.emulateMedia({ media: 'screen' })
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      portal.button(words.receipts.savePdf).click(),
    ])
    const pdf = await readFile(await download.path())
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

    await main.getByRole('link', { name: words.receipts.check }).click()
    await expect(portal.heading).toHaveText(words.receipts.verify)
    const show = (name: string, buffer: Buffer, mimeType = 'application/pdf') =>
      page.locator('input[type="file"]').setInputFiles({ name, mimeType, buffer })
    const answer = main.locator('.alert')
    await show('receipt.pdf', pdf)
    await expect(answer).toContainText(words.receipts.genuine)
    await expect(answer).toContainText(receipt.confirmationNumber)
    await expect(answer).not.toContainText('Ana Tester')
    const changed = Buffer.from(pdf)
    changed[2000] = (changed[2000] ?? 0) ^ 1
    await show('receipt.pdf', changed)
    await expect(answer).toContainText(words.receipts.changed)
    await show('receipt.json', Buffer.from(JSON.stringify(receipt)), 'application/json')
    await expect(answer).toContainText(words.receipts.genuine)
    await show('photo.png', Buffer.from('no receipt'), 'image/png')
    await expect(answer).toContainText(words.receipts.noReceipt)

    // The report itself says in the same words how it came.
    await page.goto(`/my-account/reports/${receipt.reportId}`)
    await expect(main).toContainText(words.receipts.online)
  },
)

test(
  'what a code holds is checked at once, and does not stay in the address',
  { tag: '@twice' },
  async ({ page, words }) => {
    const code = `1.${'A'.repeat(16)}.${'B'.repeat(40)}.${'C'.repeat(86)}`
    await page.goto(`/receipts/verify#${code}`)
    await expect(page.getByRole('main').locator('.alert')).toContainText(words.receipts.unknownKey)
    expect(new URL(page.url()).hash).toBe('')
    await expectAccessible(page, 'a code that we did not sign')
    for (const half of ['1', code.slice(0, 80)]) {
      await page.goto('/')
      await page.goto(`/receipts/verify#${half}`)
      await expect(page.getByRole('main').locator('.alert')).toContainText(words.receipts.halfCode)
      expect(new URL(page.url()).hash).toBe('')
    }
  },
)
