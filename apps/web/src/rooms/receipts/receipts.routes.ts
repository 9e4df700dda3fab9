import { ownPagesCopy } from '../../lib/own-pages/own-pages-copy.ts'
import { paths, receiptPath } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { receiptsCopy } from './receipts-copy.ts'

const copy = [receiptsCopy, ownPagesCopy, problemCopy]

/** What proves that something was sent, and whether that is real. */
export const receiptsRoutes: readonly RoomRoute[] = [
  {
    path: paths.receipts,
    help: 'receipts',
    copy,
    page: async () => (await import('./receipts-page.tsx')).ReceiptsPage,
  },
  {
    path: receiptPath(':id'),
    help: 'receipt',
    copy,
    page: async () => (await import('./receipt-page.tsx')).ReceiptPage,
  },
  {
    path: paths.verifyReceipt,
    help: 'verify-receipt',
    copy,
    page: async () => (await import('./verify/verify-page.tsx')).VerifyPage,
  },
]
