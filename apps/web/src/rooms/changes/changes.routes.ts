import type { ComponentType } from 'react'
import { documentsCopy } from '../../lib/documents/documents-copy.ts'
import { ownPagesCopy } from '../../lib/own-pages/own-pages-copy.ts'
import { draftPaths, paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { wizardCopy } from '../../wizard/wizard-copy.ts'
import { flowCopy } from './flow-copy.ts'
import type { StepProps } from './flow/draft-page.tsx'
import { otherWaysCopy } from './other-ways/other-ways-copy.ts'

const copy = [flowCopy, ownPagesCopy, problemCopy]

/** A step's own code, and that which all steps share, side by side: neither waits for the other. */
function stepPage(step: () => Promise<ComponentType<StepProps>>): RoomRoute['page'] {
  return async () => {
    const [{ pageOfStep }, Step] = await Promise.all([import('./flow/draft-page.tsx'), step()])
    return pageOfStep(Step)
  }
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
    page: stepPage(async () => (await import('./flow/what-step.tsx')).WhatStep),
  },
  {
    path: draftPaths.change(':reportId', ':number'),
    help: 'report-change-questions',
    copy,
    page: stepPage(async () => (await import('./flow/change-step.tsx')).ChangeStep),
  },
  {
    path: draftPaths.documents(':reportId'),
    help: 'report-change-proof',
    copy: [...copy, documentsCopy],
    page: stepPage(async () => (await import('./flow/documents-step.tsx')).DocumentsStep),
  },
  {
    path: draftPaths.check(':reportId'),
    help: 'report-change-check',
    copy: [...copy, wizardCopy],
    page: stepPage(async () => (await import('./flow/check-step.tsx')).CheckStep),
  },
  {
    path: draftPaths.sign(':reportId'),
    help: 'report-change-sign',
    copy,
    page: stepPage(async () => (await import('./flow/sign-step.tsx')).SignStep),
  },
  {
    path: draftPaths.done(':reportId'),
    help: 'report-change-done',
    copy,
    page: async () => (await import('./done/done-page.tsx')).DonePage,
  },
]
