import { documentsCopy } from '../../lib/documents/documents-copy.ts'
import { ownPagesCopy } from '../../lib/own-pages/own-pages-copy.ts'
import { draftPaths, paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { wizardCopy } from '../../wizard/wizard-copy.ts'
import { flowCopy } from './flow-copy.ts'
import { otherWaysCopy } from './other-ways/other-ways-copy.ts'

const copy = [flowCopy, ownPagesCopy, problemCopy]

/** Reporting a change: the way in, the steps, the confirmation, and the ways beside this site. */
export const changesRoutes: readonly RoomRoute[] = [
  {
    path: paths.reportChange,
    help: 'report-change',
    copy,
    page: async () => (await import('./start/start-page.tsx')).StartPage,
  },
  {
    path: paths.reportChangeOtherWays,
    help: 'report-change-other-ways',
    copy: [ownPagesCopy, otherWaysCopy],
    page: async () => (await import('./other-ways/other-ways-page.tsx')).OtherWaysPage,
  },
  {
    path: draftPaths.what(':reportId'),
    help: 'report-change-what',
    copy,
    page: async () => (await import('./flow/what-page.tsx')).WhatPage,
  },
  {
    path: draftPaths.change(':reportId', ':number'),
    help: 'report-change-questions',
    copy,
    page: async () => (await import('./flow/change-page.tsx')).ChangePage,
  },
  {
    path: draftPaths.documents(':reportId'),
    help: 'report-change-proof',
    copy: [...copy, documentsCopy],
    page: async () => (await import('./flow/documents-page.tsx')).DocumentsPage,
  },
  {
    path: draftPaths.check(':reportId'),
    help: 'report-change-check',
    copy: [...copy, wizardCopy],
    page: async () => (await import('./flow/check-page.tsx')).CheckPage,
  },
  {
    path: draftPaths.sign(':reportId'),
    help: 'report-change-sign',
    copy,
    page: async () => (await import('./flow/sign-page.tsx')).SignPage,
  },
  {
    path: draftPaths.done(':reportId'),
    help: 'report-change-done',
    copy,
    page: async () => (await import('./done/done-page.tsx')).DonePage,
  },
]
