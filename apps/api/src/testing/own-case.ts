import { aFedNotice } from '@connect/households/fed-case'
import type { FedCase, FedMember, FedNotice } from '@connect/contract/rooms/case-feed'
import { timeOrderedId } from '../kernel/ids.ts'
import { aQuickOwner, type QuickOwner } from './quick-owner.ts'
import { newKey } from './requests.ts'
import { aStoredCase, tripleOf, type StoredCase } from './stored-case.ts'
import type { TestApp } from './test-app.ts'

/** Associates the case of a member, as its page does; answers the id of the link. Throws when that is refused. */
export async function associate({ browser }: QuickOwner, member: FedMember): Promise<string> {
  const response = await browser.send('POST', '/case-links', tripleOf(member), newKey())
  if (response.statusCode !== 201) throw new Error(`not associated: ${response.body}`)
  return response.json<{ id: string }>().id
}

export interface OwnCase extends StoredCase {
  readonly owner: QuickOwner
  readonly linkId: string
}

/** A case that was fed, and an account that holds the client ID of its first member. */
export async function anOwnCase(api: TestApp, changes: Partial<FedCase> = {}): Promise<OwnCase> {
  const stored = await aStoredCase(api, changes)
  const owner = await aQuickOwner(api)
  return { ...stored, owner, linkId: await associate(owner, stored.members[0]) }
}

/** A letter that was fed. */
export async function aStoredNotice(
  api: TestApp,
  caseId: string,
  changes: Partial<FedNotice> = {},
): Promise<{ readonly id: string; readonly content: Buffer }> {
  const { title, issuedOn, mediaType, contentBase64, asksForDocuments = false } = aFedNotice('Text', changes)
  const content = Buffer.from(contentBase64, 'base64')
  const id = timeOrderedId()
  const { dataKey, dataKeyVersion, seal } = api.deps.cipher.create('case_notice', id)
  await api.deps.commit((tx) =>
    tx.caseNotice.create({
      data: {
        id,
        caseId,
        noticeRef: id,
        issuedOn: new Date(issuedOn),
        mediaType,
        bytes: content.length,
        asksForDocuments,
        dataKey,
        dataKeyVersion,
        title: seal('title', JSON.stringify({ es: null, ...title })),
        content: seal('content', content),
      },
    }),
  )
  return { id, content }
}
