import { timeOrderedId } from '../kernel/ids.ts'
import { aUsedIntegrator } from './integrator.ts'
import { aQuickOwner, type QuickOwner } from './quick-owner.ts'
import { newKey } from './requests.ts'
import { aStoredCase, tripleOf, type StoredCase } from './stored-case.ts'
import type { TestApp } from './test-app.ts'
import type { MakeThing } from './thing.ts'

interface OwnCase extends StoredCase {
  readonly linkId: string
  readonly owner: QuickOwner['browser']['send']
}

/** A case and whoever associated it. */
async function anOwnCase(api: TestApp): Promise<OwnCase> {
  const stored = await aStoredCase(api)
  const { browser } = await aQuickOwner(api)
  const linked = await browser.send('POST', '/case-links', tripleOf(stored.members[0]), newKey())
  return { ...stored, linkId: linked.json<{ id: string }>().id, owner: browser.send }
}

async function aNotice({ deps }: TestApp, caseId: string): Promise<string> {
  const id = timeOrderedId()
  const { seal, ...keys } = deps.cipher.create('case_notice', id)
  const content = new TextEncoder().encode('Nothing of this is true.')
  await deps.commit((tx) =>
    tx.caseNotice.create({
      data: {
        id,
        caseId,
        noticeRef: id,
        issuedOn: new Date('2026-11-02'),
        mediaType: 'text/plain',
        bytes: content.length,
        asksForDocuments: false,
        dataKey: keys.dataKey,
        dataKeyVersion: keys.dataKeyVersion,
        title: seal('title', JSON.stringify({ en: 'An example' })),
        content: seal('content', content),
      },
    }),
  )
  return id
}

const ownCase: MakeThing = async (api) => {
  const { caseId, owner } = await anOwnCase(api)
  return { ids: { id: caseId }, owner }
}

/** What belongs to somebody in the room `cases`, by operation. */
export const caseThings = {
  getCase: ownCase,
  listCasePayments: ownCase,
  listCaseNotices: ownCase,
  async openCaseNotice(api) {
    const { caseId, owner } = await anOwnCase(api)
    return { ids: { id: caseId, noticeId: await aNotice(api, caseId) }, owner }
  },
  async removeCaseLink(api) {
    const { linkId, owner } = await anOwnCase(api)
    return { ids: { id: linkId }, owner }
  },
  async confirmCaseLink(api) {
    const { linkId, members, owner } = await anOwnCase(api)
    return { ids: { id: linkId }, body: tripleOf(members[0]), owner }
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
