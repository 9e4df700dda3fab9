import { documentsCopy } from '../../lib/documents/documents-copy.ts'
import { ownPagesCopy } from '../../lib/own-pages/own-pages-copy.ts'
import { draftPaths, paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { wizardCopy } from '../../wizard/wizard-copy.ts'
import { flowCopy } from './flow-copy.ts'
import type { StepPageName } from './flow/step-pages.tsx'
import { otherWaysCopy } from './other-ways/other-ways-copy.ts'

const copy = [flowCopy, ownPagesCopy, problemCopy]

/** Steps are fetched by way of one file, so that the first page of a visit knows little of them. */
function stepPage(name: StepPageName): RoomRoute['page'] {
  return async () => (await import('./flow/step-pages.tsx')).openStep(name)
}

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
    page: stepPage('what'),
  },
  {
    path: draftPaths.change(':reportId', ':number'),
    help: 'report-change-questions',
    copy,
    page: stepPage('change'),
  },
  {
    path: draftPaths.documents(':reportId'),
    help: 'report-change-proof',
    copy: [...copy, documentsCopy],
    page: stepPage('documents'),
  },
  {
    path: draftPaths.check(':reportId'),
    help: 'report-change-check',
    copy: [...copy, wizardCopy],
    page: stepPage('check'),
  },
  {
    path: draftPaths.sign(':reportId'),
    help: 'report-change-sign',
    copy,
    page: stepPage('sign'),
  },
  {
    path: draftPaths.done(':reportId'),
    help: 'report-change-done',
    copy,
    page: async () => (await import('./done/done-page.tsx')).DonePage,
  },
]
