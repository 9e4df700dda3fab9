import type { Case } from '@connect/contract/rooms/cases'
import type { Answer } from '../../../lib/api.ts'
import { onForgetDrafts } from '../../../lib/drafts.ts'
import { fetchCase, fetchReport, saveDraft } from './change-reports.queries.ts'
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts'

/** A draft that is open in this tab, and the case that it is about. */
export interface OpenDraft {
  readonly keeper: DraftKeeper
  readonly facts: Case
}

const open = new Map<string, OpenDraft>()

// Whoever signs out on a shared computer takes along what was typed here too.
onForgetDrafts(() => {
  for (const id of open.keys()) closeDraft(id)
})

// A page that is put away may never come back: what was typed goes out while it still can.
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') for (const { keeper } of open.values()) void keeper.flush()
})

// Lost connections come back without anybody pressing a button.
addEventListener('online', () => {
  for (const { keeper } of open.values()) void keeper.flush()
})

addEventListener('beforeunload', (event) => {
  for (const { keeper } of open.values()) {
    const { keeping } = keeper.get()
    if (keeping === 'saving' || keeping === 'waiting') event.preventDefault()
  }
})

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
  const found = await fetchReport(id)
  if (found.refusal) return found
  const facts = await fetchCase(found.data.report.caseId)
  if (facts.refusal) return facts
  const keeper = createDraftKeeper(found.data, {
    save: (changes, version) => saveDraft(id, changes, version),
    fetch: () => fetchReport(id),
  })
  const opened = open.get(id) ?? { keeper, facts: facts.data }
  open.set(id, opened)
  return { data: opened }
}

/** Forgets a draft that was submitted or deleted. */
export function closeDraft(id: string): void {
  open.get(id)?.keeper.end()
  open.delete(id)
}
