import { addDays } from '../benefits/calendar.ts'
import { visibleFields } from './change-details.ts'
import type { ChangeField, ChangeType } from './change-type.ts'
import type { ChangeDetails, DetailValue, DraftChange } from './draft-change.ts'

/**
 * Every way through the questions of a kind: one set of answers for each combination of those on which other questions
 * or documents hang, a combination that cannot be met being left out. `undefined` stands for leaving one open.
 */
export function pathsOf(type: ChangeType): ChangeDetails[] {
  const deciding = new Set([...type.fields, ...type.documents].flatMap(({ when }) => when?.field ?? []))
  return type.fields.reduce<ChangeDetails[]>(
    (paths, field) =>
      deciding.has(field.id)
        ? paths.flatMap((path) => (isAsked(type, field, path) ? branches(field, path) : [path]))
        : paths,
    [{}],
  )
}

function isAsked(type: ChangeType, field: ChangeField, details: ChangeDetails): boolean {
  return visibleFields(type, details).includes(field)
}

function branches(field: ChangeField, path: ChangeDetails): ChangeDetails[] {
  const answers = answersToChoose(field).map((answer) => ({ ...path, [field.id]: answer }))
  return field.required ? answers : [...answers, path]
}

function answersToChoose(field: ChangeField): DetailValue[] {
  if (field.kind === 'yes_no') return [true, false]
  return field.kind === 'choice' ? field.options.map(({ id }) => id) : []
}

interface ExampleContext {
  /** Of the case. */
  readonly memberId: string
  /** A day of America/New_York, `YYYY-MM-DD`. */
  readonly today: string
}

/**
 * Changes that may be submitted: for each way through the questions one with every question answered, and, where it
 * differs, one with only what is required.
 */
export function exampleChanges(type: ChangeType, context: ExampleContext): DraftChange[] {
  return pathsOf(type).flatMap((path) => {
    const fields = visibleFields(type, path)
    const needed = fields.filter(({ id, required }) => required || id in path)
    const sets = needed.length === fields.length ? [fields] : [fields, needed]
    return sets.map((chosen) => exampleOf(type, path, chosen, context))
  })
}

function exampleOf(
  type: ChangeType,
  path: ChangeDetails,
  fields: readonly ChangeField[],
  context: ExampleContext,
): DraftChange {
  const changedOn = addDays(context.today, -2)
  const open = (field: ChangeField) => path[field.id] ?? exampleAnswer(field, context)
  const deciding = new Set([...type.fields, ...type.documents].flatMap(({ when }) => when?.field ?? []))
  const answered = fields.filter(({ id }) => id in path || !deciding.has(id))
  return {
    typeId: type.id,
    typeVersion: type.version,
    changedOn,
    details: Object.fromEntries(answered.map((field) => [field.id, open(field)])),
  }
}

/** An answer that keeps every rule, as somebody could give it. */
function exampleAnswer(field: ChangeField, { memberId, today }: ExampleContext): DetailValue {
  switch (field.kind) {
    case 'text':
      return `Elm Street, ${field.id}`
    case 'money':
      return { amount: 123_450, currency: 'USD' }
    case 'number':
      return field.min
    case 'choice':
      return field.options[0]?.id ?? ''
    case 'yes_no':
      return true
    case 'date':
      return today
    case 'person':
      return field.from === 'added' ? examplePerson(field) : { memberId }
    case 'address':
      return { street: '12 Elm Street', unit: 'Apt 3', city: 'Hartford', state: 'CT', zip: '06106' }
  }
}

function examplePerson({ birthDate }: Extract<ChangeField, { kind: 'person' }>): DetailValue {
  const named = { firstName: 'Marisol', lastName: 'Vega' }
  return birthDate === 'none' ? named : { ...named, birthDate: '1990-04-17' }
}
