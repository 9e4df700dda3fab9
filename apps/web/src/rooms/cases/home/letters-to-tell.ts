import { addDays } from '@connect/contract/benefits/calendar'
import type { CaseNotice, CaseNotices } from '@connect/contract/rooms/cases'
import type { Answer } from '../../../lib/api.ts'

/** How long, in days, a letter that asks for proof is told of once it has been opened. */
const askedLately = 30

/** How many letters that ask for proof are named. */
export const mostAsking = 5

/** The letters that ask for proof and are not done with, newest first; `today` is the day in Connecticut. */
export function askingOf(items: readonly CaseNotice[], today: string): readonly CaseNotice[] {
  const since = addDays(today, -askedLately)
  return items.filter(
    ({ asksForDocuments, readAt, issuedOn }) => asksForDocuments && (readAt === null || issuedOn >= since),
  )
}

/**
 * The newest letters, on from the `first` ones, as far back as one may ask for something: until every unread one is among
 * them and the rest is old, or more of them ask than are named.
 */
export async function lettersToTell(
  first: CaseNotices,
  today: string,
  fetchPage: (cursor: string) => Promise<Answer<CaseNotices>>,
): Promise<Answer<CaseNotices>> {
  const since = addDays(today, -askedLately)
  let letters = first
  while (letters.nextCursor !== null && mayAskFurtherBack(letters)) {
    const answer = await fetchPage(letters.nextCursor)
    if (answer.refusal) return answer
    const { items, nextCursor } = answer.data
    letters = { ...letters, items: [...letters.items, ...items], nextCursor }
  }
  return { data: letters }

  function mayAskFurtherBack({ items, unread }: CaseNotices): boolean {
    if (askingOf(items, today).length > mostAsking) return false
    const seen = items.filter(({ readAt }) => readAt === null).length
    return seen < unread || (items.at(-1)?.issuedOn ?? '') >= since
  }
}
