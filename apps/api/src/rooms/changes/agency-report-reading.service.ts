import type {
  AgencyListedReport,
  AgencyReport,
  AgencyReports,
  AgencyReportsQuery,
} from '@connect/contract/rooms/agency-change-reports'
import type { IntegratorActor, RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { pageBy } from '../../kernel/paging.ts'
import { Problem } from '../../kernel/problem.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import type { DocumentContent, DocumentContentService } from '../documents/document-content.service.ts'
import {
  findAgencyReport,
  findReportOfDocument,
  listAgencyReports,
  type AgencyReportRow,
} from './agency-report.store.ts'
import { openContent } from './change-report-content.ts'
import { findReportEvents } from './change-report-event.store.ts'
import { listedReportOf, reportOf } from './change-report-view.ts'

export interface AgencyReportReadingDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly documents: Pick<DocumentAttachment, 'ofEvents'>
  readonly contents: Pick<DocumentContentService, 'find'>
  readonly recordAudit: RecordAudit
  readonly onError: (error: unknown) => void
}

/** Reports as those who work on them read them; each look is audited before anything is answered. */
export function createAgencyReportReadingService({
  db,
  cipher,
  documents,
  contents,
  recordAudit,
  onError,
}: AgencyReportReadingDependencies) {
  return {
    /** Everything that was submitted, oldest first; what does not open hides nothing of the rest. */
    async list(
      { tokenId }: IntegratorActor,
      query: AgencyReportsQuery,
      { requestId }: RequestContext,
    ): Promise<AgencyReports> {
      const { status, confirmationNumber, ...page } = query
      const found = await pageBy(
        page,
        (stretch) => listAgencyReports(db, { status, confirmationNumber, ...stretch }),
        (row) => listedOf(cipher, row, onError),
      )
      await recordAudit(db, {
        event: 'change_report.listed',
        outcome: 'succeeded',
        actorKind: 'integrator',
        actorId: tokenId,
        requestId,
        // Asking for one report is told apart from leafing through all of them; the number itself stays out of the trail.
        details: {
          status: status ?? null,
          byNumber: confirmationNumber !== undefined,
          count: found.items.length,
        },
      })
      return found
    },

    /** A report whole, with its files and its timeline. Throws `resource.not_found` for a draft, too. */
    async view(
      { tokenId }: IntegratorActor,
      id: string,
      { requestId }: RequestContext,
    ): Promise<AgencyReport> {
      const row = await findAgencyReport(db, id)
      if (row === null) throw new Problem('resource.not_found')
      await recordAudit(db, {
        event: 'change_report.read',
        outcome: 'succeeded',
        actorKind: 'integrator',
        actorId: tokenId,
        subjectId: id,
        requestId,
      })
      const events = await findReportEvents(db, id)
      const attached = await documents.ofEvents(
        db,
        events.map((event) => event.id),
      )
      return {
        ...reportOf(cipher, row, { events, documents: attached }),
        caseRef: row.caseRef,
        memberId: openContent(cipher, row).memberId ?? null,
      }
    },

    /**
     * A file that came with a report. Throws `resource.not_found`, and `document.not_ready` for one that was not checked,
     * or refused.
     */
    async open(
      { tokenId }: IntegratorActor,
      documentId: string,
      { requestId }: RequestContext,
    ): Promise<DocumentContent> {
      const report = await findReportOfDocument(db, documentId)
      if (report === null) throw new Problem('resource.not_found')
      const content = await contents.find(documentId)
      await recordAudit(db, {
        event: 'document.read',
        outcome: 'succeeded',
        actorKind: 'integrator',
        actorId: tokenId,
        subjectId: documentId,
        requestId,
        details: { report },
      })
      return content
    },
  }
}

function listedOf(
  cipher: RecordCipher,
  row: AgencyReportRow,
  onBroken: (error: unknown) => void,
): AgencyListedReport {
  const { id, kind, channel, status, submittedAt, confirmationNumber, changeTypeIds } = listedReportOf(
    cipher,
    row,
    onBroken,
  )
  if (status === 'draft' || submittedAt === null || confirmationNumber === null)
    throw new Error('a report that was submitted lacks what a submission gives')
  return { id, caseRef: row.caseRef, kind, status, channel, submittedAt, confirmationNumber, changeTypeIds }
}
