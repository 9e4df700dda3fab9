import type { Case } from '@connect/contract/rooms/cases'
import type { Report, Reports } from '@connect/contract/rooms/change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { answerOf, api, fresh, withinReason, type Answer } from '../../../lib/api.ts'
import { fetchCase, fetchReport } from '../draft/change-reports.queries.ts'

/** What I reported and sent, newest first. */
export function fetchReports(cursor: string | undefined): Promise<Answer<Reports>> {
  const params = { query: { ...(cursor !== undefined && { cursor }) } }
  return answerOf(api.GET('/api/v1/change-reports', { params, ...fresh() }))
}

/** A report, and the case that it is about where that is still one of one's own. */
export interface OpenedReport {
  readonly report: Report
  readonly facts: Case | undefined
}

export async function fetchOpenedReport(id: string): Promise<Answer<OpenedReport>> {
  const answer = await fetchReport(id)
  if (answer.refusal) return answer
  const { report } = answer.data
  const facts = await fetchCase(report.caseId)
  return { data: { report, facts: facts.refusal ? undefined : facts.data } }
}

/** What is sent without any change: files that have arrived, and words beside them. */
export interface Proof {
  readonly message?: string
  readonly documentIds: string[]
}

/** Adds a message or documents to a report that nobody has decided. */
export function addToReport(id: string, body: Proof, key: string): Promise<Answer<Receipt>> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answerOf(api.POST('/api/v1/change-reports/{id}/additions', { params, body, signal: withinReason() }))
}

/** Sends documents without any change, such as what a letter asks for. */
export function sendDocuments(
  body: Proof & { readonly caseId: string; readonly noticeId?: string },
  key: string,
): Promise<Answer<Receipt>> {
  const params = { header: { 'Idempotency-Key': key } }
  return answerOf(api.POST('/api/v1/document-submissions', { params, body, signal: withinReason() }))
}

export function withdrawReport(id: string, key: string): Promise<Answer<Report>> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answerOf(
    api.POST('/api/v1/change-reports/{id}/withdrawal', { params, body: {}, signal: withinReason() }),
  )
}
