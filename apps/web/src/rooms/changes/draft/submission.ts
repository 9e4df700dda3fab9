import type { SubmitReportRequest } from '@connect/contract/rooms/change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { unreachable, type Answer, type Refusal } from '../../../lib/api.ts'
import { createKeyedSend } from '../../../lib/keyed-send.ts'
import { fetchReport, submitReport } from './change-reports.queries.ts'
import type { DraftKeeper, Keeping, VersionedReport } from './draft-keeper.ts'

/** How pressing the button that sends has ended. */
export type Outcome =
  /** The service has it, perhaps as the same report that was sent a moment ago: only an answer of the service says so. */
  | { readonly kind: 'submitted'; readonly reportId: string }
  /** Something in the changes has to be mended first. */
  | { readonly kind: 'mend'; readonly issues: readonly RequestIssue[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

/** What is signed, and of which report. */
interface Signed {
  readonly id: string
  readonly body: SubmitReportRequest
}

interface Parts {
  readonly send: (signed: Signed, idempotencyKey: string) => Promise<Answer<Receipt>>
  readonly fetch: (id: string) => Promise<Answer<VersionedReport>>
  readonly newKey?: () => string
}

/** Sends drafts; the same is never sent as two, however often the button is pressed. */
export function createSubmission({ send, fetch, newKey }: Parts) {
  const sendOnce = createKeyedSend({ post: send, newKey })

  return {
    /** Saves what was not saved yet, and submits the draft with what was signed. */
    async submit(keeper: DraftKeeper, body: SubmitReportRequest): Promise<Outcome> {
      const keeping = await keeper.flush()
      const { id } = keeper.get().report
      if (keeping === 'submitted') return { kind: 'submitted', reportId: id }
      if (keeping !== 'saved') return { kind: 'refused', refusal: whyNotSaved(keeping, keeper.get().refusal) }
      const answer = await sendOnce({ id, body })
      if (!answer.refusal) return { kind: 'submitted', reportId: answer.data.reportId }
      const { refusal } = answer
      // Whether it has arrived is asked rather than guessed: an answer may be lost, and another window may be faster.
      if (mayHaveArrived(refusal) && (await isSubmitted(id))) return { kind: 'submitted', reportId: id }
      const issues = refusal.errors?.filter(({ pointer }) => pointer.startsWith('/changes')) ?? []
      return issues.length > 0 ? { kind: 'mend', issues } : { kind: 'refused', refusal }
    },
  }

  async function isSubmitted(id: string): Promise<boolean> {
    const now = await fetch(id)
    return now.refusal === undefined && now.data.report.status !== 'draft'
  }
}

/** The one submission of the portal. */
export const submission = createSubmission({
  send: ({ id, body }, key) => submitReport(id, body, key),
  fetch: fetchReport,
})

/** Whether a refusal leaves open what became of the report. */
function mayHaveArrived({ status }: Refusal): boolean {
  return status === 0 || status >= 500 || status === 409
}

function whyNotSaved(keeping: Keeping, refusal: Refusal | undefined): Refusal {
  if (keeping === 'signedOut') return { code: 'session.required', status: 401, retryAfterSeconds: undefined }
  if (keeping === 'stale') return { code: 'resource.stale', status: 412, retryAfterSeconds: undefined }
  if (keeping === 'sentWithout')
    return { code: 'change_report.submitted', status: 409, retryAfterSeconds: undefined }
  if (keeping === 'gone') return { code: 'resource.not_found', status: 404, retryAfterSeconds: undefined }
  return refusal && keeping === 'refused' ? refusal : { ...unreachable }
}
