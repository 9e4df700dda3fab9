import type { Case, CaseNotice, CaseNotices, CasePayment } from '@connect/contract/rooms/cases'
import { answerOf, api, fresh, type Answer, type Page, type Refusal } from '../../lib/api.ts'

/** A part of a list. */
interface Part {
  readonly cursor?: string | undefined
  /** How many entries; the service's own number unless told. */
  readonly limit?: number
}

/** The letter is not, or no longer, one of the case's. */
const notAmongThem: Refusal = { code: 'resource.not_found', status: 404, retryAfterSeconds: undefined }

/** The most entries that the service gives at once. */
const most = 100

export function fetchCase(id: string): Promise<Answer<Case>> {
  return answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, ...fresh() }))
}

/** What was paid, newest first. */
export function fetchPayments(id: string, part: Part = {}): Promise<Answer<Page<CasePayment>>> {
  const params = { path: { id }, query: queryOf(part) }
  return answerOf(api.GET('/api/v1/cases/{id}/payments', { params, ...fresh() }))
}

/** The newest payments, as many as one answer may hold: enough for some months. */
export function fetchLatestPayments(id: string): Promise<Answer<Page<CasePayment>>> {
  return fetchPayments(id, { limit: most })
}

/** The letters of a case, newest first. */
export function fetchNotices(id: string, part: Part = {}): Promise<Answer<CaseNotices>> {
  const params = { path: { id }, query: queryOf(part) }
  return answerOf(api.GET('/api/v1/cases/{id}/notices', { params, ...fresh() }))
}

/** As many letters as one answer may hold: the newest ones, or what follows the cursor. */
export function fetchManyNotices(id: string, cursor?: string): Promise<Answer<CaseNotices>> {
  return fetchNotices(id, { cursor, limit: most })
}

/** One letter as the list tells of it. */
export async function fetchNotice(id: string, noticeId: string): Promise<Answer<CaseNotice>> {
  let cursor: string | undefined
  for (;;) {
    const answer = await fetchManyNotices(id, cursor)
    if (answer.refusal) return answer
    const found = answer.data.items.find((notice) => notice.id === noticeId)
    if (found) return { data: found }
    if (answer.data.nextCursor === null) return { refusal: { ...notAmongThem } }
    cursor = answer.data.nextCursor
  }
}

/** A letter itself, as it was sent; the service notes that it was read. */
export function fetchNoticeContent(id: string, noticeId: string): Promise<Answer<Blob>> {
  const params = { path: { id, noticeId } }
  return answerOf(api.GET('/api/v1/cases/{id}/notices/{noticeId}', { params, parseAs: 'blob', ...fresh() }))
}

function queryOf({ cursor, limit }: Part) {
  return {
    ...(cursor !== undefined && { cursor }),
    ...(limit !== undefined && { limit: String(limit) }),
  }
}
