import type { Document } from '@connect/contract/rooms/documents'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import type { DocumentAttachment } from './document-attachment.service.ts'
import type { DocumentContent, DocumentContentService } from './document-content.service.ts'
import { deleteUnsubmitted } from './document-reading.store.ts'

interface DocumentKey {
  readonly accountId: string
  readonly documentId: string
}

/** Files of one's own. Everything here throws `resource.not_found` for what is not, and `case.held`. */
export function createDocumentReadingService({
  db,
  commit,
  recordAudit,
  attachment,
  content,
}: {
  readonly db: Transaction
  readonly commit: Commit
  readonly recordAudit: RecordAudit
  readonly attachment: DocumentAttachment
  readonly content: DocumentContentService
}) {
  async function find(tx: Transaction, { accountId, documentId }: DocumentKey): Promise<Document> {
    const [found] = await attachment.find(tx, accountId, [documentId])
    if (found === undefined) throw new Problem('resource.not_found')
    return found
  }
  return {
    /** How far it is. */
    async view(key: DocumentKey): Promise<Document> {
      await requireOpenCaseData(db, key.accountId)
      return find(db, key)
    },

    /** What it holds. Throws `document.not_ready`. */
    async open({ accountId, documentId }: DocumentKey): Promise<DocumentContent> {
      await requireOpenCaseData(db, accountId)
      return content.find(documentId, accountId)
    },

    /** Deletes it. Throws `document.submitted` for one that went with a submission. */
    async remove(key: DocumentKey, context: RequestContext): Promise<void> {
      const { accountId, documentId } = key
      await requireOpenCaseData(db, accountId)
      await commit(async (tx) => {
        if (!(await deleteUnsubmitted(tx, key))) {
          await find(tx, key)
          throw new Problem('document.submitted')
        }
        await recordAudit(tx, {
          ...ownEvent('document.deleted', accountId, context),
          details: { document: documentId },
        })
      })
    },
  }
}

export type DocumentReadingService = ReturnType<typeof createDocumentReadingService>
