import { checkDay } from '@connect/contract/changes/change-days'
import type { ChangeContext } from '@connect/contract/changes/change-details'
import type { EnterReportRequest } from '@connect/contract/rooms/agency-change-reports'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { issuesAt, type RequestIssue } from '@connect/contract/shared/issues'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { acceptBody, type GivenBody } from '../../kernel/given-body.ts'
import { timeOrderedId } from '../../kernel/ids.ts'
import type { Notices } from '../../kernel/notices.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import { findEntryCase } from './agency-report-entry.store.ts'
import { sealContent } from './change-report-content.ts'
import { insertReport, readNow } from './change-report-submission.store.ts'
import { submittedChange } from './report-changes.ts'
import type { ReportFiling } from './report-filing.service.ts'
import { refuse, submissionIssues, submissionIssuesIn } from './report-judging.ts'

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
      given: GivenBody<EnterReportRequest>,
      { requestId }: RequestContext,
    ): Promise<Receipt> {
      return inCommit(async (tx) => {
        const asked = given.whole ?? (await refuseParts(tx, integratorId, given))
        const { caseRef, memberId, channel, message } = asked
        const found = await findEntryCase(tx, { integratorId, caseRef, memberId })
        if (found === null) throw new Problem('resource.not_found')
        const { caseId, authorLookup, ownerId, now: at, today } = found
        const receivedOn = asked.receivedOn ?? today
        refuse([
          ...entryIssues({ memberId, receivedOn }, found),
          ...submissionIssues(asked.changes, judgedOn(receivedOn, found.memberIds)),
        ])
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

/** What of an entry is judged before its changes are. */
interface Told {
  readonly memberId: string | undefined
  readonly receivedOn: string
}

function entryIssues(
  { memberId, receivedOn }: Told,
  { memberIds, today }: { readonly memberIds?: readonly string[]; readonly today: string },
): RequestIssue[] {
  const notLater = { latest: { daysFromToday: 0 } }
  const isUnknown = memberId !== undefined && memberIds?.includes(memberId) === false
  return [
    ...(isUnknown ? [{ pointer: '/memberId', code: 'member.unknown' }] : []),
    ...issuesAt('/receivedOn', checkDay(receivedOn, notLater, { today, changedOn: undefined })),
  ]
}

/** Days ahead and in time are counted from the day on which it reached the agency. Files cannot come with it. */
function judgedOn(today: string, memberIds?: readonly string[]): ChangeContext {
  return { today, caseDocumentIds: [], ...(memberIds && { memberIds }) }
}

/** Throws for what the schema refuses and for everything else that keeps its parts from being entered. */
async function refuseParts(
  tx: Transaction,
  integratorId: string,
  given: GivenBody<EnterReportRequest>,
): Promise<EnterReportRequest> {
  const { caseRef, memberId, receivedOn } = given.parts
  const named = caseRef === undefined ? undefined : { integratorId, caseRef, memberId: memberId ?? '' }
  const found = named && (await findEntryCase(tx, named))
  if (found === null) throw new Problem('resource.not_found')
  const { today } = found ?? (await readNow(tx))
  const day = receivedOn ?? today
  return acceptBody(given, [
    ...entryIssues({ memberId, receivedOn: day }, { today, ...found }),
    ...submissionIssuesIn(given.raw, judgedOn(day, found?.memberIds)),
  ])
}
