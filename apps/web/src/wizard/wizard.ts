import { lacksOnlySecrets } from '@connect/contract/flows/draft'
import {
  firstIncomplete,
  isReachable,
  issuesOfStep,
  nextStep,
  previousStep,
  stepOfPointer,
  type Flow,
  type FlowStep,
} from '@connect/contract/flows/flow'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { onForgetDrafts } from '../lib/drafts.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'

/** A flow of the contract on the pages of this portal, with what is typed into it. */
export interface Wizard<Draft extends object, Name extends string> {
  readonly flow: Flow<Draft, Name>
  /** Where the pages of the flow lie, without a slash at the end. */
  readonly basePath: string
  readonly drafts: DraftStore<Draft>
  /** Issues that the server found, by step, to be shown when that step opens next. */
  readonly found: Map<Name, readonly RequestIssue[]>
  /** Leaves nothing of it behind. */
  readonly leave: () => void
  /** Whether something was sent that may have been taken, although no reply has said so. */
  readonly mayHaveArrived: () => boolean
}

/** Why a step is shown although another page was asked for. */
type Detour = 'skipped' | 'secrets'

/** What one page of a wizard tells the next, in the history entry: it outlives a reload and is no part of the URL. */
export interface StepState {
  /** The step was opened from the review, and leads back to it. */
  readonly fromReview?: boolean
  readonly detour?: Detour
}

interface WizardParts<Draft extends object, Name extends string> {
  readonly flow: Flow<Draft, Name>
  readonly basePath: string
  /** Judges what is found in the browser's storage, and makes the empty draft of anything else. */
  readonly readDraft: (value: unknown) => Draft
  /** Forgets what the room keeps beside the draft. */
  readonly forget?: () => void
  readonly mayHaveArrived?: () => boolean
}

/** Makes a wizard of a flow. */
export function createWizard<Draft extends object, Name extends string>({
  flow,
  basePath,
  readDraft,
  forget,
  mayHaveArrived = () => false,
}: WizardParts<Draft, Name>): Wizard<Draft, Name> {
  const drafts = createDraftStore(flow, readDraft)
  const found: Wizard<Draft, Name>['found'] = new Map()
  const leave = () => {
    drafts.clear()
    found.clear()
    forget?.()
  }
  // Whoever signs out on a shared computer takes along what was typed here too.
  onForgetDrafts(leave)
  return { flow, basePath, drafts, found, leave, mayHaveArrived }
}

/** The address of a page of the flow. */
function pathOf(wizard: { readonly basePath: string }, page: { readonly path: string }): string {
  return `${wizard.basePath}/${page.path}`
}

/** The step of a name; a flow has it, by its type. */
export function stepNamed<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  name: Name,
): FlowStep<Draft, Name> {
  const step = flow.steps.find((candidate) => candidate.name === name)
  if (!step) throw new Error(`The flow ${flow.name} has no step ${name}`)
  return step
}

/** Where the back link of a page leads; null on the first step. `name` is left out for the review. */
export function pathBack<Draft extends object, Name extends string>(
  wizard: Wizard<Draft, Name>,
  name: Name | undefined,
  state: StepState,
): string | null {
  if (name !== undefined && state.fromReview === true) return pathOf(wizard, wizard.flow.review)
  const previous = previousStep(wizard.flow, wizard.drafts.get(), name)
  return previous ? pathOf(wizard, previous) : null
}

export interface Destination {
  readonly path: string
  readonly state: StepState
}

/**
 * Where a step leads once it is answered: to the next one, or back to the review that it was opened from. Before the
 * review come the steps where something has to be mended: what the server found, and later answers that a change has
 * made wrong.
 */
export function destinationAfter<Draft extends object, Name extends string>(
  wizard: Wizard<Draft, Name>,
  name: Name,
  state: StepState,
): Destination {
  const { flow, found } = wizard
  const draft = wizard.drafts.get()
  if (state.fromReview !== true) {
    return { path: pathOf(wizard, nextStep(flow, draft, name) ?? flow.review), state: {} }
  }
  const incomplete = firstIncomplete(flow, draft)
  if (incomplete) {
    // After a reload nothing is wrong but that secrets are gone, and the step says so itself.
    if (!asksSecretsAgain(wizard, incomplete)) found.set(incomplete.name, issuesOfStep(incomplete, draft))
    return { path: pathOf(wizard, incomplete), state: { fromReview: true } }
  }
  const toMend = flow.steps.find((step) => found.has(step.name))
  return toMend
    ? { path: pathOf(wizard, toMend), state: { fromReview: true } }
    : { path: pathOf(wizard, flow.review), state: {} }
}

/** Where somebody is sent who opened a page before its time; null when they may stay. */
export function detourFrom<Draft extends object, Name extends string>(
  wizard: Wizard<Draft, Name>,
  name: Name | undefined,
): Destination | null {
  const { flow } = wizard
  const draft = wizard.drafts.get()
  const incomplete = firstIncomplete(flow, draft)
  if (!incomplete || (name !== undefined && isReachable(flow, draft, name))) return null
  return { path: pathOf(wizard, incomplete), state: { detour: detourOf(wizard, incomplete) } }
}

/**
 * Shares out the issues that the server found among the steps that ask for those fields, and says which step to go
 * to first. Null when no step asks for any of them.
 */
export function shareOut<Draft extends object, Name extends string>(
  wizard: Wizard<Draft, Name>,
  issues: readonly RequestIssue[],
): Destination | null {
  for (const issue of issues) {
    const step = stepOfPointer(wizard.flow, issue.pointer)
    if (step) wizard.found.set(step.name, [...(wizard.found.get(step.name) ?? []), issue])
  }
  const first = wizard.flow.steps.find((step) => wizard.found.has(step.name))
  return first ? { path: pathOf(wizard, first), state: { fromReview: true } } : null
}

/** Whether a step has to ask again only because a reload has taken its secrets. */
export function asksSecretsAgain<Draft extends object, Name extends string>(
  wizard: Wizard<Draft, Name>,
  step: FlowStep<Draft, Name>,
): boolean {
  return wizard.drafts.wasReloaded() && lacksOnlySecrets(wizard.flow, step, wizard.drafts.get())
}

function detourOf<Draft extends object, Name extends string>(
  wizard: Wizard<Draft, Name>,
  step: FlowStep<Draft, Name>,
): Detour {
  return asksSecretsAgain(wizard, step) ? 'secrets' : 'skipped'
}
