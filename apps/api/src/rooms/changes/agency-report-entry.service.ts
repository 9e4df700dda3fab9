import { checkDay } from '@connect/contract/changes/change-days'
import type { EnterReportRequest } from '@connect/contract/rooms/agency-change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { issuesAt, type RequestIssue } from '@connect/contract/shared/issues'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit } from '../../kernel/unit-of-work.ts'
import { findEntryCase, type EntryCase } from './agency-report-entry.store.ts'
import { sealContent } from './change-report-content.ts'
import { insertReport } from './change-report-submission.store.ts'
import { submittedChange } from './report-changes.ts'
import type { ReportFiling } from './report-filing.service.ts'
import { refuse, submissionIssues } from './report-judging.ts'

export interface AgencyReportEntryDependencies {
  readonly cipher: RecordCipher
  readonly filing: ReportFiling
  readonly notices: Notices
  readonly recordAudit: RecordAudit
}

/** What was told to the agency by phone, by mail or in person. */
export function createAgencyReportEntryService({
  cipher,
  filing,
  notices,
  recordAudit,
}: AgencyReportEntryDependencies) {
  return {
    /**
     * Enters a report as one that reached the agency on a day, from which it follows what was in time. Whoever holds the
     * client ID of the member is told, and sees it among their own. Throws `resource.not_found` for a case that
     * nobody knows by that reference, or more than one integrator, and 422 for everything that keeps a report from being submitted; files cannot come with it.
     */
    async enter(
      inCommit: Commit,
      { tokenId, integratorId }: IntegratorActor,
      asked: EnterReportRequest,
      { requestId }: RequestContext,
    ): Promise<Receipt> {
      const { caseRef, memberId, channel, message } = asked
      return inCommit(async (tx) => {
        const found = await findEntryCase(tx, { integratorId, caseRef, memberId })
        if (found === null) throw new Problem('resource.not_found')
        const { caseId, authorLookup, ownerId, now: at, today } = found
        const receivedOn = asked.receivedOn ?? today
        refuse(entryIssues(asked, found, receivedOn))
        const changes = asked.changes.map(submittedChange)
        const id = timeOrderedId()
        const content = { changes, signedName: null, statementVersion: null, receivedOn, memberId }
        await insertReport(tx, {
          id,
          accountId: null,
          authorLookup,
          contentLookup: null,
          caseId,
          kind: 'changes',
          channel,
          noticeId: null,
          at,
          ...sealContent(cipher, id, content),
        })
        const entered = await filing.enter(tx, {
          reportId: id,
          accountId: null,
          kind: 'received',
          at,
          message,
          documentIds: [],
          pointerOf: () => '',
        })
        const receipt = await filing.prove(tx, entered, {
          kind: 'changes',
          report: { id, caseId, channel },
          accountId: null,
          locale: found.locale ?? 'en',
          at,
          receivedOn,
          changes,
          message,
        })
        await recordAudit(tx, {
          event: 'change_report.entered',
          outcome: 'succeeded',
          actorKind: 'integrator',
          actorId: tokenId,
          subjectId: id,
          requestId,
          details: { channel },
        })
        const { confirmationNumber, dueOn } = receipt
        if (ownerId !== null)
          await notices.tellAccount(tx, ownerId, 'report_entered', {
            reportId: id,
            values: { confirmationNumber, receivedOn, dueOn: dueOn ?? receivedOn },
          })
        return receipt
      })
    },
  }
}

/** Days ahead and in time are counted from the day on which it reached the agency. */
function entryIssues(
  { memberId, changes }: EnterReportRequest,
  { memberIds, today }: EntryCase,
  receivedOn: string,
): RequestIssue[] {
  const notLater = { latest: { daysFromToday: 0 } }
  return [
    ...(memberIds.includes(memberId) ? [] : [{ pointer: '/memberId', code: 'member.unknown' }]),
    ...issuesAt('/receivedOn', checkDay(receivedOn, notLater, { today, changedOn: undefined })),
    ...submissionIssues(changes, { today: receivedOn, memberIds, caseDocumentIds: [] }),
  ]
}
