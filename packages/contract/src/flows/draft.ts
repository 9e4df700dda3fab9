import { issuesOfStep, stepsOf, type Flow, type FlowStep } from './flow.ts'

/** The draft with a step's answers in it; what they make stale is cleared, when they differ from what stood there. */
export function answerStep<Draft extends object>(
  step: FlowStep<Draft>,
  draft: Draft,
  answers: Partial<Draft>,
): Draft {
  const answered = { ...draft, ...answers }
  const changed = step.fields.some(
    (field) => JSON.stringify(draft[field]) !== JSON.stringify(answered[field]),
  )
  for (const field of changed ? (step.clears ?? []) : []) Reflect.deleteProperty(answered, field)
  return answered
}

/** What the steps that are asked hold, and nothing else: what is left of a step that fell away is never sent. */
export function answersOf<Draft extends object>(flow: Flow<Draft>, draft: Draft): Draft {
  const asked = new Set<string>(stepsOf(flow, draft).flatMap((step) => step.fields))
  const answers = { ...draft }
  for (const field of flow.steps.flatMap((step) => step.fields))
    if (!asked.has(field)) Reflect.deleteProperty(answers, field)
  return answers
}

/** A copy of the draft that may be kept in the browser: everything that the flow names a secret is gone from it. */
export function withoutSecrets<Draft extends object>(flow: Flow<Draft>, draft: Draft): Draft {
  const kept = structuredClone(draft)
  for (const pointer of flow.secrets) removeAt(kept, pointer.split('/').slice(1))
  return kept
}

/** Whether a step was answered and lacks nothing but secrets, which a reload forgets: the page then says why it asks. */
export function lacksOnlySecrets<Draft extends object>(
  flow: Flow<Draft>,
  step: FlowStep<Draft>,
  draft: Draft,
): boolean {
  const issues = issuesOfStep(step, draft)
  const answered = step.fields.some((field) => hasText(draft[field]))
  return answered && issues.length > 0 && issues.every(({ pointer }) => isSecret(flow, pointer))
}

/** Whether a pointer leads to a secret of the flow. */
export function isSecret<Draft extends object>(flow: Flow<Draft>, pointer: string): boolean {
  const parts = pointer.split('/')
  return flow.secrets.some((secret) => {
    const pattern = secret.split('/')
    return (
      pattern.length === parts.length && pattern.every((part, index) => part === '*' || part === parts[index])
    )
  })
}

function removeAt(value: unknown, [part, ...rest]: readonly string[]): void {
  if (typeof value !== 'object' || value === null || part === undefined) return
  const keys = part === '*' ? Object.keys(value) : [part]
  for (const key of keys) {
    if (rest.length === 0) Reflect.deleteProperty(value, key)
    else removeAt(Reflect.get(value, key), rest)
  }
}

function hasText(value: unknown): boolean {
  if (typeof value === 'string') return value !== ''
  return typeof value === 'object' && value !== null && Object.values(value).some(hasText)
}
