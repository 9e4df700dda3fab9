import { aFedNotice, aReference } from '@connect/households/fed-case'
import { aUsedIntegrator } from './integrator.ts'
import { anOwnCase, aStoredNotice } from './own-case.ts'
import { aQuickOwner } from './quick-owner.ts'
import { newKey } from './requests.ts'
import { aStoredCase, tripleOf } from './stored-case.ts'
import type { TestApp } from './test-app.ts'
import type { MakeThing } from './thing.ts'

/** A case and the integrator that told it. */
async function aToldCase(api: TestApp) {
  const { integratorId, send: owner } = await aUsedIntegrator(api)
  return { ...(await aStoredCase(api, {}, integratorId)), owner }
}

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
    const { caseRef, members, owner } = await aToldCase(api)
    return { ids: { caseRef }, body: { memberId: members[0].memberId }, owner }
  },
  async decideReview(api) {
    const { caseRef, members } = await anOwnCase(api)
    const { browser: claimant } = await aQuickOwner(api)
    await claimant.send('POST', '/case-links', tripleOf(members[0]), newKey())
    const { send: owner } = await aUsedIntegrator(api)
    const reviews = await owner('GET', '/agency/reviews?limit=100')
    const { items } = reviews.json<{ items: { id: string; caseRef: string }[] }>()
    const id = items.find((review) => review.caseRef === caseRef)?.id ?? ''
    // The agency is one: whoever decides reviews decides all of them.
    return { ids: { id }, body: { decision: 'keep_holder' }, owner, everybodys: true }
  },
  putCase: 'makes what is not there, under a name of the integrator’s own',
  async putCaseNotice(api) {
    const { caseRef, owner } = await aToldCase(api)
    return { ids: { caseRef }, names: { noticeRef: aReference('N') }, body: aFedNotice(), owner }
  },
} satisfies Record<string, MakeThing | string>
