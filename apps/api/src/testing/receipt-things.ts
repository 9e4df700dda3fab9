import { anOwnCase } from './own-case.ts'
import { aStoredReceipt } from './stored-receipt.ts'
import type { MakeThing } from './thing.ts'

/** What belongs to somebody in the room `receipts`, by operation. */
export const receiptThings = {
  async getReceipt(api) {
    const { caseId, owner } = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, { caseId, accountId: owner.id })
    return { ids: { id: receipt.id }, owner: owner.browser.send }
  },
  async getReportReceipt(api) {
    const { caseId, owner } = await anOwnCase(api)
    const { receipt } = await aStoredReceipt(api, { caseId, accountId: owner.id })
    return { ids: { id: receipt.reportId }, owner: owner.browser.send }
  },
} satisfies Record<string, MakeThing>
