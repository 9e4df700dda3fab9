import { anAgencyCase, anEnteredReport } from './entered-report.ts'
import { aChange, anOwnReport } from './own-report.ts'
import type { TestApp } from './test-app.ts'
import type { MakeThing } from './thing.ts'
import { anUploadedDocument, markReady } from './upload.ts'

async function enteredReport(api: TestApp) {
  const told = await anAgencyCase(api)
  const { reportId } = await anEnteredReport(told)
  return { ids: { id: reportId }, owner: told.worker.send, everybodys: true }
}

/** What the agency sees, by whichever token, in the room `changes`, by operation. */
export const agencyReportThings = {
  getAgencyChangeReport: enteredReport,
  async moveChangeReport(api) {
    return { ...(await enteredReport(api)), body: { to: 'in_review' } }
  },
  async openAgencyDocument(api) {
    const told = await anAgencyCase(api)
    const { id } = await anUploadedDocument(api, told.owner.browser)
    await anOwnReport(api, told, [{ ...aChange(told), documentIds: [id] }])
    await markReady(api, id)
    return { ids: { id }, owner: told.worker.send, everybodys: true }
  },
} satisfies Record<string, MakeThing>
