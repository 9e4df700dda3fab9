import type { Report } from '@connect/contract/rooms/change-reports'
import type { Document } from '@connect/contract/rooms/documents'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { openedPages, type OpenedPage } from '../../kernel/broken-seals.ts'
import { isCaseDataHeld } from '../../kernel/case-hold.store.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentAttachment } from '../documents/document-attachment.service.ts'
import type { OwnReceiptsService } from '../receipts/own-receipts.service.ts'
import { listOwnReports } from './change-report.store.ts'
import { createReportsLoading } from './report-loading.service.ts'

interface ReportBelongingsDependencies {
  readonly db: Transaction
  readonly cipher: RecordCipher
  readonly documents: Pick<DocumentAttachment, 'pages' | 'find' | 'ofEvents'>
  readonly receipts: Pick<OwnReceiptsService, 'pages'>
  /** Told of what does not open. */
  readonly onError: (error: unknown) => void
}

type Pages<Thing> = AsyncIterable<OpenedPage<Thing>>

/** Each newest first, read as it is asked for. */
interface ReportBelongings {
  readonly reports: Pages<Report>
  readonly documents: Pages<Document>
  readonly receipts: Pages<Receipt>
}

/** What an account reported and sent, for its owner to take along. */
export function createReportBelongingsService(dependencies: ReportBelongingsDependencies) {
  const { db, documents, receipts, onError } = dependencies
  const loadReports = createReportsLoading(dependencies)
  return {
    /** All of it, without what does not open; null while case data stay closed. */
    async of(accountId: string): Promise<ReportBelongings | null> {
      if (await isCaseDataHeld(db, accountId)) return null
      return {
        reports: openedPages({
          read: (stretch) => listOwnReports(db, accountId, stretch),
          open: (rows) => loadReports(db, accountId, rows),
          onBroken: onError,
        }),
        documents: documents.pages(db, accountId, onError),
        receipts: receipts.pages(accountId, onError),
      }
    },
  }
}

export type ReportBelongingsService = ReturnType<typeof createReportBelongingsService>
