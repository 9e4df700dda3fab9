import type { Case } from '@connect/contract/rooms/cases'
import type { Answer } from '../../../lib/api.ts'
import { onForgetDrafts, onLosingDrafts, onSendDrafts } from '../../../lib/drafts.ts'
import { onSignedIn } from '../../../lib/signed-in.ts'
import { isBlank } from './change-list.ts'
import { fetchCase, fetchReport, saveDraft } from './change-reports.queries.ts'
import { createDraftKeeper, type DraftKeeper, type VersionedReport } from './draft-keeper.ts'

/** A draft that is open in this tab, and the case that it is about. */
export interface OpenDraft {
  readonly keeper: DraftKeeper
  readonly facts: Case
}

const open = new Map<string, OpenDraft>()

/** Counts how often everything was forgotten: what was asked for before that is about somebody else. */
let generation = 0

// Whoever signs out on a shared computer takes along what was typed here too, once it was sent.
onSendDrafts(saveAll)
onLosingDrafts(hasUnsaved)
onForgetDrafts(() => {
  generation += 1
  for (const id of open.keys()) closeDraft(id)
})

// Signed in again on whichever page: what could not be sent goes out now.
onSignedIn(() => void saveAll())

// A page that is put away may never come back: what was typed goes out while it still can.
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void saveAll()
})

// Lost connections come back without anybody pressing a button.
addEventListener('online', () => void saveAll())

addEventListener('beforeunload', (event) => {
  if (hasUnsaved()) event.preventDefault()
})

/** Whether leaving the page would lose something. */
function hasUnsaved(): boolean {
  return [...open.values()].some(({ keeper }) => {
    const { keeping, changes } = keeper.get()
    if (keeping === 'gone') return !changes.every(isBlank)
    return keeping !== 'saved' && keeping !== 'submitted'
  })
}

function saveAll(): Promise<unknown> {
  return Promise.all([...open.values()].map(({ keeper }) => keeper.flush()))
}

/** A draft as it is open here. */
export function knownDraft(id: string): OpenDraft | undefined {
  return open.get(id)
}

/** Opens a draft; one that is open already comes as it is here, with everything that was typed. */
export async function openDraft(id: string): Promise<Answer<OpenDraft>> {
  const known = open.get(id)
  if (known) {
    void known.keeper.refresh()
    return { data: known }
  }
  const begunIn = generation
  const found = await fetchReport(id)
  if (found.refusal) return found
  const facts = await fetchCase(found.data.report.caseId)
  if (facts.refusal) return facts
  // Nobody, or somebody else, is signed in by now: only what they may see is opened.
  if (begunIn !== generation) return openDraft(id)
  return { data: openBegun(found.data, facts.data) }
}

/** Opens a draft that the service has just told of. */
export function openBegun(begun: VersionedReport, facts: Case): OpenDraft {
  const { id } = begun.report
  const keeper = createDraftKeeper(begun, {
    save: (changes, version) => saveDraft(id, changes, version),
    fetch: () => fetchReport(id),
  })
  const opened = open.get(id) ?? { keeper, facts }
  open.set(id, opened)
  return opened
}

/** Forgets a draft that was submitted or deleted. */
export function closeDraft(id: string): void {
  open.get(id)?.keeper.end()
  open.delete(id)
}
