import type * as z from 'zod/mini'
import { issuesOf, type RequestIssue } from '../shared/issues.ts'

/**
 * One screen of a wizard that asks something. Its schema is judged over the whole draft, so that rules which look
 * at earlier answers hold after a change there too; it may complain of the step's own fields only.
 */
export interface FlowStep<Draft extends object, Name extends string = string> {
  readonly name: Name
  /** Last part of the address of its page. */
  readonly path: string
  readonly fields: readonly (keyof Draft & string)[]
  readonly schema: z.core.$ZodType
  /** Whether the step is asked at all; always, when left out. */
  readonly when?: (draft: Draft) => boolean
  /** Answers of other steps that no longer hold once this step is answered differently. */
  readonly clears?: readonly (keyof Draft & string)[]
}

/** A wizard as a declared list: progress, back link, review and "may this be submitted?" all read it. */
export interface Flow<Draft extends object, Name extends string = string> {
  readonly name: string
  readonly steps: readonly FlowStep<Draft, Name>[]
  /** The page that shows every answer before they are sent. It asks nothing, and is no step of the count. */
  readonly review: { readonly path: string }
  /** What is never kept in the browser, as JSON pointers in which `*` stands for every entry of a list. */
  readonly secrets: readonly string[]
}

/** The steps that are asked, given what is answered so far, in their order. */
export function stepsOf<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  draft: Draft,
): FlowStep<Draft, Name>[] {
  return flow.steps.filter((step) => step.when?.(draft) ?? true)
}

/** The step after the named one; null when the review comes next. */
export function nextStep<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  draft: Draft,
  name: Name,
): FlowStep<Draft, Name> | null {
  return neighbour(flow, draft, name, 1)
}

/** The step before the named one; null for the first. Leave the name out for the step before the review. */
export function previousStep<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  draft: Draft,
  name?: Name,
): FlowStep<Draft, Name> | null {
  return name === undefined ? (stepsOf(flow, draft).at(-1) ?? null) : neighbour(flow, draft, name, -1)
}

/** Steps that are not asked still have neighbours, so that somebody who stands on one can leave it. */
function neighbour<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  draft: Draft,
  name: Name,
  direction: 1 | -1,
): FlowStep<Draft, Name> | null {
  const asked = new Set(stepsOf(flow, draft))
  const at = flow.steps.findIndex((step) => step.name === name)
  const onThatSide = direction === 1 ? flow.steps.slice(at + 1) : flow.steps.slice(0, at).reverse()
  return onThatSide.find((step) => asked.has(step)) ?? null
}

/** The rules that a step's answers break; pointers lead into the draft, as they do into the request. */
export function issuesOfStep<Draft extends object>(step: FlowStep<Draft>, draft: Draft): RequestIssue[] {
  return issuesOf(step.schema, draft)
}

/** The first step that is asked and not answered rightly; null when all are. */
export function firstIncomplete<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  draft: Draft,
): FlowStep<Draft, Name> | null {
  return stepsOf(flow, draft).find((step) => issuesOfStep(step, draft).length > 0) ?? null
}

/** Whether all that is asked is answered rightly, so that it may be reviewed and sent. */
export function isComplete<Draft extends object>(flow: Flow<Draft>, draft: Draft): boolean {
  return firstIncomplete(flow, draft) === null
}

/** Whether a step may be opened: it is asked, and every step before it is answered rightly. */
export function isReachable<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  draft: Draft,
  name: Name,
): boolean {
  const steps = stepsOf(flow, draft)
  const at = steps.findIndex((step) => step.name === name)
  return at >= 0 && steps.slice(0, at).every((step) => issuesOfStep(step, draft).length === 0)
}

/** Where a step stands among those that are asked: "Step 2 of 5". */
export function progress<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  draft: Draft,
  name: Name,
): { readonly position: number; readonly count: number } {
  const steps = stepsOf(flow, draft)
  return { position: steps.findIndex((step) => step.name === name) + 1, count: steps.length }
}

/** The step that asks for what a pointer leads to, so that an answer of the server can be shown where it belongs. */
export function stepOfPointer<Draft extends object, Name extends string>(
  flow: Flow<Draft, Name>,
  pointer: string,
): FlowStep<Draft, Name> | null {
  const field = pointer.split('/')[1] ?? ''
  return flow.steps.find((step) => step.fields.some((name) => name === field)) ?? null
}
