import { addDays } from '../benefits/calendar.ts'
import { visibleFields } from './change-details.ts'
import type { PersonField } from './answer-shapes.ts'
import type { ChangeField, ChangeType } from './change-type.ts'
import type { ChangeDetails, DetailValue, DraftChange } from './draft-change.ts'

/**
 * Every way through the questions of a kind: one set of answers for each combination of those on which other questions
 * or documents hang, a combination that cannot be met being left out. A question that may be left open is, on one of them.
 */
export function pathsOf(type: ChangeType): ChangeDetails[] {
  const deciding = decidingIds(type)
  return type.fields.reduce<ChangeDetails[]>(
    (paths, field) =>
      deciding.has(field.id)
        ? paths.flatMap((path) => (isAsked(type, field, path) ? branches(field, path) : [path]))
        : paths,
    [{}],
  )
}

/** The questions on whose answers others, or documents, hang. */
function decidingIds({ fields, documents }: ChangeType): ReadonlySet<string> {
  return new Set([...fields, ...documents].flatMap(({ when }) => when?.field ?? []))
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
 * Changes that may be submitted: for each way through the questions one with every question answered; where it differs,
 * one with only what is required; and where a person may be of the case or not, one with somebody who is not.
 */
export function exampleChanges(type: ChangeType, context: ExampleContext): DraftChange[] {
  const deciding = decidingIds(type)
  return pathsOf(type).flatMap((path) => {
    const asked = visibleFields(type, path).filter(({ id }) => id in path || !deciding.has(id))
    const needed = asked.filter(({ id, required }) => required || id in path)
    const named = asked.map((field) => (isEither(field) ? { ...field, from: 'added' as const } : field))
    const sets = [
      asked,
      ...(needed.length < asked.length ? [needed] : []),
      ...(asked.some(isEither) ? [named] : []),
    ]
    return sets.map((fields) => exampleOf(type, path, fields, context))
  })
}

function isEither(field: ChangeField): field is PersonField {
  return field.kind === 'person' && field.from === 'either'
}

function exampleOf(
  type: ChangeType,
  path: ChangeDetails,
  fields: readonly ChangeField[],
  context: ExampleContext,
): DraftChange {
  const first = fields.find((field) => field.kind === 'person' && field.from !== 'added')
  // Whoever else is asked for is another person.
  const others = fields.map((field) =>
    isEither(field) && field !== first ? { ...field, from: 'added' as const } : field,
  )
  const answers = others.map((field) => [field.id, path[field.id] ?? exampleAnswer(field, context)] as const)
  return {
    typeId: type.id,
    typeVersion: type.version,
    changedOn: addDays(context.today, -2),
    details: Object.fromEntries(answers),
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

function examplePerson({ birthDate }: PersonField): DetailValue {
  const named = { firstName: 'Marisol', lastName: 'Vega' }
  return birthDate === 'none' ? named : { ...named, birthDate: '1990-04-17' }
}
