import type { Case, CaseNotices } from '@connect/contract/rooms/cases'
import type { OwnCaseLink } from '@connect/contract/rooms/case-links'
import type { ListedReport } from '@connect/contract/rooms/change-reports'
import { answerOf, api, fresh, type Answer } from '../../../lib/api.ts'
import { fetchCase, fetchManyNotices } from '../cases.queries.ts'
import { casesOf, fetchOwnCases, type OwnCase } from '../../../lib/own-cases.ts'
import { lettersToTell } from './letters-to-tell.ts'

/** What the first page tells of a case. */
export interface Glance {
  readonly facts: Case
  /** The newest ones, as far back as one may ask for something. */
  readonly letters: CaseNotices
}

/** Everything that the first page shows. */
export interface MyAccount {
  readonly links: readonly OwnCaseLink[]
  readonly cases: readonly { readonly own: OwnCase; readonly answer: Answer<Glance> }[]
  /** Undefined when it could not be learned. */
  readonly unreadMessages: number | undefined
  /** What was reported and sent last, newest first; undefined when it could not be learned, or is closed for now. */
  readonly reports: readonly ListedReport[] | undefined
}

/** Fetches it in one go, so that nothing on the page moves once it is there. */
export async function fetchMyAccount(): Promise<Answer<MyAccount>> {
  const [links, unreadMessages, reports] = await Promise.all([
    fetchOwnCases(),
    fetchUnreadMessages(),
    fetchLatestReports(),
  ])
  if (links.refusal) return links
  const cases = await Promise.all(
    casesOf(links.data).map(async (own) => ({ own, answer: await fetchGlance(own.id) })),
  )
  return { data: { links: links.data, cases, unreadMessages, reports } }
}

/** What stands in place of a case that could not be had is fetched by itself. */
export async function fetchGlance(id: string): Promise<Answer<Glance>> {
  const [facts, newest] = await Promise.all([fetchCase(id), fetchManyNotices(id)])
  if (facts.refusal) return facts
  if (newest.refusal) return newest
  const letters = await lettersToTell(newest.data, facts.data.today, (cursor) => fetchManyNotices(id, cursor))
  if (letters.refusal) return letters
  return { data: { facts: facts.data, letters: letters.data } }
}

async function fetchUnreadMessages(): Promise<number | undefined> {
  const params = { query: { limit: '1' } }
  const answer = await answerOf(api.GET('/api/v1/account/messages', { params, ...fresh() }))
  return answer.refusal ? undefined : answer.data.unread
}

async function fetchLatestReports(): Promise<readonly ListedReport[] | undefined> {
  // As many as the service gives at once: one that waits for an answer is not to be hidden by newer ones.
  const params = { query: { limit: '100' } }
  const answer = await answerOf(api.GET('/api/v1/change-reports', { params, ...fresh() }))
  return answer.refusal ? undefined : answer.data.items
}
