import { aUsedIntegrator } from './integrator.ts'
import { anOwnCase, aStoredNotice } from './own-case.ts'
import { aStoredCase, tripleOf } from './stored-case.ts'
import type { MakeThing } from './thing.ts'

const ownCase: MakeThing = async (api) => {
  const { caseId, owner } = await anOwnCase(api)
  return { ids: { id: caseId }, owner: owner.browser.send }
}

/** What belongs to somebody in the room `cases`, by operation. */
export const caseThings = {
  getCase: ownCase,
  listCasePayments: ownCase,
  listCaseNotices: ownCase,
  async openCaseNotice(api) {
    const { caseId, owner } = await anOwnCase(api)
    const { id: noticeId } = await aStoredNotice(api, caseId)
    return { ids: { id: caseId, noticeId }, owner: owner.browser.send }
  },
  async removeCaseLink(api) {
    const { linkId, owner } = await anOwnCase(api)
    return { ids: { id: linkId }, owner: owner.browser.send }
  },
  async confirmCaseLink(api) {
    const { linkId, members, owner } = await anOwnCase(api)
    return { ids: { id: linkId }, body: tripleOf(members[0]), owner: owner.browser.send }
  },
  async issueAssociationCode(api) {
    const { caseRef, integratorId, members } = await aStoredCase(api)
    await api.deps.commit((tx) =>
      tx.integrator.create({ data: { id: integratorId, name: `Integrator ${integratorId}` } }),
    )
    const { send: owner } = await aUsedIntegrator(api, { integratorId })
    return { ids: { caseRef }, body: { memberId: members[0].memberId }, owner }
  },
} satisfies Record<string, MakeThing>
