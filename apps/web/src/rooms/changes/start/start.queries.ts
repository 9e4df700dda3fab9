import type { ListedReport } from '@connect/contract/rooms/change-reports'
import type { Answer } from '../../../lib/api.ts'
import { casesOf, fetchOwnCases, type OwnCase } from '../../../lib/own-cases.ts'
import { fetchDrafts } from '../draft/change-reports.queries.ts'

/** What the way in shows. */
export interface Start {
  readonly cases: readonly OwnCase[]
  readonly drafts: readonly ListedReport[]
  /** Of an association that has to be confirmed before anything of a case is shown. */
  readonly heldLinkId: string | undefined
}

/** Fetches it in one go, so that nothing on the page moves once it is there. */
export async function fetchStart(): Promise<Answer<Start>> {
  const [links, drafts] = await Promise.all([fetchOwnCases(), fetchDrafts()])
  if (links.refusal) return links
  const isHeld = drafts.refusal?.code === 'case.held'
  const heldLinkId = isHeld ? links.data.find(({ held }) => held)?.id : undefined
  if (heldLinkId !== undefined) return { data: { cases: [], drafts: [], heldLinkId } }
  if (drafts.refusal) return drafts
  return { data: { cases: casesOf(links.data), drafts: drafts.data, heldLinkId } }
}
