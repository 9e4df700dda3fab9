import type { Case } from '@connect/contract/rooms/cases'
import type { Report, Reports } from '@connect/contract/rooms/change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { answerOf, api, withinReason, type Answer } from '../../../lib/api.ts'

const fresh = () => ({ cache: 'no-store', signal: withinReason() }) as const

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
  const facts = await answerOf(
    api.GET('/api/v1/cases/{id}', { params: { path: { id: answer.data.caseId } }, ...fresh() }),
  )
  return { data: { report: answer.data, facts: facts.refusal ? undefined : facts.data } }
}

export function fetchReport(id: string): Promise<Answer<Report>> {
  return answerOf(api.GET('/api/v1/change-reports/{id}', { params: { path: { id } }, ...fresh() }))
}

export async function fetchReceipt(id: string): Promise<Answer<Receipt>> {
  const answer = await answerOf(api.GET('/api/v1/receipts/{id}', { params: { path: { id } }, ...fresh() }))
  // The PDF comes only to whoever asks for it.
  return answer.refusal ? answer : { data: answer.data as Receipt }
}

/** Begins a draft that corrects a report, with its changes. */
export function startCorrection(
  body: { readonly caseId: string; readonly correctsId: string },
  key: string,
): Promise<Answer<Report>> {
  const params = { header: { 'Idempotency-Key': key } }
  return answerOf(api.POST('/api/v1/change-reports', { params, body, signal: withinReason() }))
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
