import {
  transitionTargets,
  type TransitionRequest,
  type TransitionResponse,
  type TransitionTarget,
} from '@connect/contract/rooms/agency-change-reports'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import type { Notices } from '../../kernel/notices.ts'
import { invalidField, Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit } from '../../kernel/unit-of-work.ts'
import { lockAgencyReport } from './agency-report.store.ts'
import { reportEventOf } from './change-report-event.ts'
import { insertReportEvent } from './change-report-event.store.ts'
import { setReportStatus } from './change-report.store.ts'

/** Where a report may go from where it is; whatever is not named here is final. */
const ways: Readonly<Record<string, readonly TransitionTarget[]>> = {
  received: transitionTargets,
  in_review: ['needs_information', 'processed', 'declined'],
  needs_information: ['in_review', 'processed', 'declined'],
}

/** Where somebody has to be told why. */
const explained: readonly TransitionTarget[] = ['needs_information', 'declined']

export interface AgencyReportDecisionDependencies {
  readonly cipher: RecordCipher
  readonly notices: Notices
  readonly recordAudit: RecordAudit
}

/** What the agency makes of a report, so that it reaches the person. */
export function createAgencyReportDecisionService({
  cipher,
  notices,
  recordAudit,
}: AgencyReportDecisionDependencies) {
  return {
    /**
     * Takes a report one step further: into its timeline, with the message, and to its owner by message and e-mail. Of two
     * at once the second one finds what the first one made of it. Throws 422 where a message is missing,
     * `resource.not_found` for a draft, too, `change_report.decided` for what is final, and
     * `change_report.transition` for a step that does not lead there.
     */
    async decide(
      inCommit: Commit,
      { tokenId }: IntegratorActor,
      { id, to, message }: TransitionRequest & { readonly id: string },
      { requestId }: RequestContext,
    ): Promise<TransitionResponse> {
      if (message === undefined && explained.includes(to)) throw invalidField('/message', 'field.required')
      return inCommit(async (tx) => {
        const report = await lockAgencyReport(tx, id)
        if (report === null) throw new Problem('resource.not_found')
        const { status, ownerId } = report
        const targets = ways[status]
        if (targets === undefined) throw new Problem('change_report.decided')
        if (!targets.includes(to))
          throw new Problem('change_report.transition', { params: { options: targets.join(', ') } })
        const { at } = await setReportStatus(tx, { id, status: to })
        await insertReportEvent(tx, reportEventOf(cipher, { reportId: id, kind: to, at, message }))
        await recordAudit(tx, {
          event: 'change_report.decided',
          outcome: 'succeeded',
          actorKind: 'integrator',
          actorId: tokenId,
          subjectId: id,
          requestId,
          details: { from: status, to },
        })
        if (ownerId !== null) await notices.tellAccount(tx, ownerId, `report_${to}`, { reportId: id })
        return { id, status: to, at: at.toISOString() }
      })
    },
  }
}
