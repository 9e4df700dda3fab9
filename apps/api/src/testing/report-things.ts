import { anOwnCase } from './own-case.ts'
import { aChange, aDraft, anOwnReport, signature } from './own-report.ts'
import type { TestApp } from './test-app.ts'
import type { MakeThing } from './thing.ts'

async function ownDraft(api: TestApp) {
  const own = await anOwnCase(api)
  const { id } = await aDraft(own)
  return { own, ids: { id }, owner: own.owner.browser.send }
}

async function ownReport(api: TestApp) {
  const { id, owner } = await anOwnReport(api)
  return { ids: { id }, owner: owner.browser.send }
}

/** What belongs to somebody in the room `changes`, by operation. */
export const reportThings = {
  getChangeReport: ownReport,
  async saveChangeReport(api) {
    const { own, ...draft } = await ownDraft(api)
    return { ...draft, body: { changes: [aChange(own, 'school')] }, headers: { 'if-match': '*' } }
  },
  async deleteChangeReport(api) {
    const { ids, owner } = await ownDraft(api)
    return { ids, owner }
  },
  async submitChangeReport(api) {
    const { ids, owner } = await ownDraft(api)
    return { ids, owner, body: signature }
  },
  async addToChangeReport(api) {
    return {
      ...(await ownReport(api)),
      body: { message: 'The first pay stub comes on Friday.', documentIds: [] },
    }
  },
  async withdrawChangeReport(api) {
    return { ...(await ownReport(api)), body: {} }
  },
} satisfies Record<string, MakeThing>
