import { documentsCopy } from '../../../lib/documents/documents-copy.ts'
import { ownPagesCopy } from '../../../lib/own-pages/own-pages-copy.ts'
import { casePaths, paths, reportPaths } from '../../../lib/paths.ts'
import { problemCopy } from '../../../lib/problem-copy.ts'
import type { RoomRoute } from '../../../lib/room-route.ts'
import { reportsCopy } from './reports-copy.ts'

const copy = [reportsCopy, ownPagesCopy, problemCopy]

/** What was reported and sent, what becomes of it, and what can be added. */
export const reportsRoutes: readonly RoomRoute[] = [
  {
    path: paths.reports,
    help: 'reports',
    copy,
    page: async () => (await import('./reports-page.tsx')).ReportsPage,
  },
  {
    path: reportPaths.report(':id'),
    help: 'report',
    copy: [...copy, documentsCopy],
    page: async () => (await import('./report-page.tsx')).ReportPage,
  },
  {
    path: reportPaths.add(':id'),
    help: 'add-to-report',
    copy: [...copy, documentsCopy],
    page: async () => (await import('./add-page.tsx')).AddPage,
  },
  {
    path: reportPaths.sent(':id', ':receiptId'),
    help: 'proof-sent',
    copy,
    page: async () => (await import('./sent-page.tsx')).SentPage,
  },
  {
    path: paths.sendProof,
    help: 'send-proof',
    copy: [...copy, documentsCopy],
    page: async () => (await import('./send-proof-page.tsx')).SendProofPage,
  },
  {
    path: casePaths.answerLetter(':id', ':noticeId'),
    help: 'answer-letter',
    copy: [...copy, documentsCopy],
    page: async () => (await import('./answer-letter-page.tsx')).AnswerLetterPage,
  },
]
