import type { DraftChange } from '@connect/contract/changes/draft-change'
import { unreachable, type Answer } from '../../../lib/api.ts'
import { fetchDocument } from '../../../lib/documents/documents.queries.ts'
import { placeKeeper } from '../../../lib/documents/place-keeper.ts'
import { createKeyedSend } from '../../../lib/keyed-send.ts'
import { refreshSession } from '../../../lib/session.ts'
import { occurrenceOf } from '../draft/change-list.ts'
import { createDraft } from '../draft/change-reports.queries.ts'
import { closeDraft, knownDraft, openBegun, type OpenDraft } from '../draft/open-drafts.ts'
import { partOf } from './taking-out.ts'

/** A press after an answer that got lost makes no second draft. */
const beginDraft = createKeyedSend({ post: createDraft })

/**
 * Puts what was typed into a draft that was deleted elsewhere into a new one about the same case, and into a correction
 * where it was submitted there, with the files of it that are still there; gives the id of the new draft, which is open
 * from then on and saves itself.
 */
export async function keepInNewDraft({ keeper, facts }: OpenDraft): Promise<Answer<string>> {
  const { report, keeping } = keeper.get()
  const { id, caseId } = report
  const correctsId = keeping === 'sentWithout' ? id : report.correctsId
  // Who is signed in may have changed without this tab having heard of it.
  await refreshSession()
  if (!knownDraft(id)) return { refusal: { ...unreachable } }
  const gone = await findGone(keeper.get().changes)
  if (gone.refusal) return gone
  const begun = await beginDraft({ caseId, ...(correctsId !== null && { correctsId }) })
  if (begun.refusal) return begun
  // Everything was forgotten meanwhile: somebody else is signed in.
  if (!knownDraft(id)) return { refusal: { ...unreachable } }
  const { changes } = keeper.get()
  const next = openBegun(begun.data, facts).keeper
  const owner = begun.data.report.id
  moveFiles(changes, id, owner)
  let taken: readonly DraftChange[] | undefined
  // One goes on typing meanwhile.
  while (taken !== keeper.get().changes) {
    const typed = keeper.get().changes
    next.update(() => typed.map((change) => withoutFiles(change, gone.data)))
    taken = typed
    await next.flush()
  }
  closeDraft(id)
  return { data: owner }
}

/** Files of some changes that the service has no more, or that went with another report. */
async function findGone(changes: readonly DraftChange[]): Promise<Answer<ReadonlySet<string>>> {
  const ids = [...new Set(changes.flatMap(({ documentIds = [] }) => documentIds))]
  const asked = await Promise.all(ids.map(async (id) => ({ id, answer: await fetchDocument(id) })))
  const failed = asked.find(({ answer }) => answer.refusal !== undefined && answer.refusal.status !== 404)
  if (failed?.answer.refusal) return { refusal: failed.answer.refusal }
  const gone = asked.filter(({ answer }) => answer.refusal !== undefined || answer.data.reportId !== null)
  return { data: new Set(gone.map(({ id }) => id)) }
}

function withoutFiles({ documentIds, ...change }: DraftChange, gone: ReadonlySet<string>): DraftChange {
  return documentIds ? { ...change, documentIds: documentIds.filter((id) => !gone.has(id)) } : change
}

/** What is still on its way to the one arrives at the other. */
function moveFiles(changes: readonly DraftChange[], from: string, to: string): void {
  for (const [index, { typeId }] of changes.entries()) {
    const part = partOf(typeId, occurrenceOf(changes, index))
    placeKeeper()?.move({ owner: from, part }, { owner: to, part })
  }
}
