import type { ListedReceipt, Receipt, Receipts } from '@connect/contract/rooms/receipts'
import type { PageQuery } from '@connect/contract/shared/page'
import type { RequestContext } from '../../kernel/actor.ts'
import type { RecordAudit } from '../../kernel/audit/audit-event.ts'
import { ownEvent } from '../../kernel/audit/own-event.ts'
import { openedPages, type OpenedPage } from '../../kernel/broken-seals.ts'
import { requireOpenCaseData } from '../../kernel/case-hold.ts'
import { pageBy } from '../../kernel/paging.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AddressLimit, RateLimits } from '../../kernel/rate-limit.ts'
import type { RecordCipher } from '../../kernel/record-cipher.ts'
import type { Commit, Transaction } from '../../kernel/unit-of-work.ts'
import {
  findOwnReceipt,
  findReceiptOfReport,
  listOwnReceipts,
  listReceiptHeads,
} from './own-receipts.store.ts'
import { receiptCode } from './receipt-code.ts'
import { openReceipt } from './receipt-content.ts'
import { sealDocument } from './receipt-seal.ts'
import type { ReceiptSigning } from './receipt-signing.ts'

/** Making a document takes a tenth of a second of a core. */
const documentLimit: AddressLimit = { name: 'receipt-documents', max: 60, windowSeconds: 60 * 60 }

export interface OwnReceiptsDependencies {
  readonly db: Transaction
  readonly commit: Commit
  readonly cipher: RecordCipher
  readonly signing: ReceiptSigning
  readonly rateLimits: RateLimits
  readonly recordAudit: RecordAudit
  readonly publicUrl: () => string
  /** Whom to ask about what was sent; null where the agency has nobody. */
  readonly support: () => Promise<{ readonly phone: string } | null>
}

/** Which receipt: itself, or by the report that was submitted. */
type ReceiptKey = { readonly id: string } | { readonly reportId: string }

/** Receipts as their owners see them. */
export function createOwnReceiptsService({
  db,
  commit,
  cipher,
  signing,
  rateLimits,
  recordAudit,
  publicUrl,
  support,
}: OwnReceiptsDependencies) {
  return {
    /** Newest first. Throws `case.held`, and 422 for a cursor that no page gave. */
    async list(accountId: string, query: PageQuery): Promise<Receipts> {
      await requireOpenCaseData(db, accountId)
      return pageBy(
        query,
        (stretch) => listReceiptHeads(db, accountId, stretch),
        ({ kind, submittedAt, ...head }) => ({
          ...head,
          kind: kind as ListedReceipt['kind'],
          submittedAt: submittedAt.toISOString(),
        }),
      )
    },

    /** All of them, newest first, without those that do not open; whoever asks has made sure that they may be shown. */
    pages(accountId: string, onBroken: (error: unknown) => void): AsyncIterable<OpenedPage<Receipt>> {
      return openedPages({
        read: (stretch) => listOwnReceipts(db, accountId, stretch),
        open: (rows) => rows.map((row) => openReceipt(row, cipher)),
        onBroken,
      })
    },

    /** As it was given, to the letter. Throws `resource.not_found` and `case.held`. */
    read,

    /**
     * As a tagged PDF in the language in which it was given, signed as it is; the same bytes each time. Throws
     * `resource.not_found`, `case.held` and `limit.rate`.
     */
    async print(accountId: string, key: ReceiptKey, context: RequestContext): Promise<Buffer> {
      await rateLimits.takeForAccount(documentLimit, accountId)
      const receipt = await read(accountId, key, context)
      const line = await support()
      // Loaded when first asked for: no other request needs the writer of documents.
      const { receiptDocument } = await import('./receipt-document.ts')
      const document = await receiptDocument(receipt, {
        site: publicUrl(),
        code: receiptCode(receipt, signing),
        line: line?.phone ?? null,
      })
      return sealDocument(document, receipt, signing)
    },
  }

  async function read(accountId: string, key: ReceiptKey, context: RequestContext): Promise<Receipt> {
    await requireOpenCaseData(db, accountId)
    const row = await ('id' in key
      ? findOwnReceipt(db, { ...key, accountId })
      : findReceiptOfReport(db, { ...key, accountId }))
    if (row === null) throw new Problem('resource.not_found')
    const receipt = openReceipt(row, cipher)
    await commit((tx) =>
      recordAudit(tx, { ...ownEvent('receipt.read', accountId, context), details: { receipt: row.id } }),
    )
    return receipt
  }
}

export type OwnReceiptsService = ReturnType<typeof createOwnReceiptsService>
