import type { ComponentType } from 'react'
import { DraftPage, type StepProps } from './draft-page.tsx'

const steps = {
  what: async () => (await import('./what-step.tsx')).WhatStep,
  change: async () => (await import('./change-step.tsx')).ChangeStep,
  async documents() {
    // Its files come by a way of their own, and are there when the step is drawn.
    const [{ DocumentsStep }] = await Promise.all([
      import('./documents-step.tsx'),
      import('./proof-of-change.tsx'),
    ])
    return DocumentsStep
  },
  check: async () => (await import('./check-step.tsx')).CheckStep,
  sign: async () => (await import('./sign-step.tsx')).SignStep,
} as const satisfies Record<string, () => Promise<ComponentType<StepProps>>>

export type StepPageName = keyof typeof steps

/** Fetches the code of a step. What is about drafts is here already, for all of them. */
export async function openStep(name: StepPageName): Promise<ComponentType> {
  const Step = await steps[name]()
  return () => <DraftPage>{(draft) => <Step draft={draft} />}</DraftPage>
}
