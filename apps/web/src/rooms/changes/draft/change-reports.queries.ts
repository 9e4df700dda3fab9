import type { DraftChange } from '@connect/contract/changes/draft-change'
import type { Case } from '@connect/contract/rooms/cases'
import type { ListedReport, Report, SubmitReportRequest } from '@connect/contract/rooms/change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { answerOf, api, fresh, withinReason, type Answer } from '../../../lib/api.ts'
import type { VersionedReport } from './draft-keeper.ts'

/** The most entries that the service gives at once: more than anybody reports while a draft is kept. */
const most = '100'

/** What a draft is about. */
interface NewDraft {
  readonly caseId: string
  /** The report that it corrects, with whose changes it begins. */
  readonly correctsId?: string
}

/** A new draft about a case. Asked again under the same key, the service makes no second one. */
export function createDraft(body: NewDraft, key: string): Promise<Answer<VersionedReport>> {
  const params = { header: { 'Idempotency-Key': key } }
  return versioned(api.POST('/api/v1/change-reports', { body, params, signal: withinReason() }))
}

/** Reports that were begun and not submitted, newest first. */
export async function fetchDrafts(): Promise<Answer<readonly ListedReport[]>> {
  const params = { query: { limit: most } }
  const answer = await answerOf(api.GET('/api/v1/change-reports', { params, ...fresh() }))
  return answer.refusal ? answer : { data: answer.data.items.filter(({ status }) => status === 'draft') }
}

export function fetchReport(id: string): Promise<Answer<VersionedReport>> {
  return versioned(api.GET('/api/v1/change-reports/{id}', { params: { path: { id } }, ...fresh() }))
}

/** Replaces the changes of a draft; refused with `resource.stale` where there is a newer version of it. */
export function saveDraft(
  id: string,
  changes: readonly DraftChange[],
  version: string,
): Promise<Answer<VersionedReport>> {
  const params = { path: { id }, header: { 'if-match': version } }
  const body = { changes: changes.map(written) }
  // What goes out while the page is being left outlives it; browsers allow that up to the size of a draft.
  const rest = { keepalive: document.visibilityState === 'hidden', signal: withinReason() }
  return versioned(api.PATCH('/api/v1/change-reports/{id}', { body, params, ...rest }))
}

export function deleteDraft(id: string): Promise<Answer<unknown>> {
  return answerOf(
    api.DELETE('/api/v1/change-reports/{id}', { params: { path: { id } }, signal: withinReason() }),
  )
}

/** Submits a draft. Asked again under the same key, the service answers with the same receipt. */
export function submitReport(id: string, body: SubmitReportRequest, key: string): Promise<Answer<Receipt>> {
  const params = { path: { id }, header: { 'Idempotency-Key': key } }
  return answerOf(
    api.POST('/api/v1/change-reports/{id}/submission', { body, params, signal: withinReason() }),
  )
}

export function fetchCase(id: string): Promise<Answer<Case>> {
  return answerOf(api.GET('/api/v1/cases/{id}', { params: { path: { id } }, ...fresh() }))
}

/** What is undefined is left out. */
function written(change: DraftChange) {
  const { typeId, typeVersion, changedOn, details, unfinished, documentIds, documentsLater, goneQuestions } =
    change
  return {
    typeId,
    ...(typeVersion !== undefined && { typeVersion }),
    ...(changedOn !== undefined && { changedOn }),
    ...(details && { details }),
    ...(unfinished && { unfinished }),
    ...(documentIds && { documentIds }),
    ...(documentsLater && { documentsLater }),
    ...(goneQuestions && { goneQuestions }),
  }
}

/** An answer with the version that its `ETag` names. */
async function versioned(
  call: Promise<{ readonly data?: Report; readonly error?: unknown; readonly response: Response }>,
): Promise<Answer<VersionedReport>> {
  let version = ''
  const answer = await answerOf(
    call.then((reply) => {
      version = reply.response.headers.get('etag') ?? ''
      return reply
    }),
  )
  return answer.refusal ? answer : { data: { report: answer.data, version } }
}
