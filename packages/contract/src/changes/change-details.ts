import * as z from 'zod/mini'
import { addDays, daysBetween } from '../benefits/calendar.ts'
import { issuesAt, issuesOf, toPointer, type RequestIssue } from '../shared/issues.ts'
import {
  answerShape,
  draftShape,
  isByName,
  tidyAnswer,
  type PersonAnswer,
  type PersonField,
} from './answer-shapes.ts'
import type { ChangeCondition, ChangeDocument, ChangeField, ChangeType } from './change-type.ts'
import { changeTypeOf, changeTypes } from './change-types.ts'
import { checkBirthDate, checkDay } from './change-days.ts'
import type { ChangeDetails, DetailValue, DraftChange, SubmittedChange } from './draft-change.ts'

/** What a change is judged against. Days are calendar days of America/New_York. */
export interface ChangeContext {
  readonly today: string
  /** Of the case that the report is about; not judged when left out. */
  readonly memberIds?: readonly string[]
  /** Of the documents that may be attached; not judged when left out. */
  readonly caseDocumentIds?: readonly string[]
}

/** The questions that are asked, given what is answered so far, in their order. */
export function visibleFields(type: ChangeType, details: ChangeDetails): ChangeField[] {
  const asked = new Set<string>()
  return type.fields.filter(({ id, when }) => {
    const isAsked = when === undefined || (asked.has(when.field) && isMet(when, details))
    if (isAsked) asked.add(id)
    return isAsked
  })
}

/** The documents that help, given what is answered so far. */
export function visibleDocuments(type: ChangeType, details: ChangeDetails): ChangeDocument[] {
  const asked = new Set(visibleFields(type, details).map(({ id }) => id))
  return type.documents.filter(
    ({ when }) => when === undefined || (asked.has(when.field) && isMet(when, details)),
  )
}

function isMet({ field, is }: ChangeCondition, details: ChangeDetails): boolean {
  const answer = details[field]
  return (typeof answer === 'string' || typeof answer === 'boolean') && is.includes(answer)
}

/**
 * What a change in a draft breaks: answers of other questions than the form has, or of another shape. All of it may be
 * missing, and days, sizes and characters are judged on submission only. Pointers start at the change.
 */
export function draftIssues(change: DraftChange, context: Partial<ChangeContext> = {}): RequestIssue[] {
  const type = changeTypeOf(change.typeId)
  if (type === undefined) return [unknownType()]
  const answers = Object.entries(change.details ?? {}).flatMap(([id, answer]) => {
    const field = type.fields.find((candidate) => candidate.id === id)
    const at = ['details', id]
    return field === undefined ? [unknown(at)] : prefixed(at, issuesOf(draftShape(field), answer))
  })
  const unfinished = Object.keys(change.unfinished ?? {})
    .filter((name) => !isUnfinishedName(type, name))
    .map((name) => unknown(['unfinished', name]))
  return [...answers, ...unfinished, ...documentIssues(type, change, context)]
}

/**
 * What keeps a change from being submitted: everything that is asked is there and right, and nothing is unfinished.
 * A question that is hidden is neither required nor judged. Pointers start at the change.
 */
export function changeIssues(change: DraftChange, context: ChangeContext): RequestIssue[] {
  const type = changeTypeOf(change.typeId)
  if (type === undefined) return [unknownType()]
  const details = change.details ?? {}
  const fields = visibleFields(type, details)
  const known = new Set(type.fields.map(({ id }) => id))
  return [
    ...dayOfChangeIssues(type, fields, change, context),
    ...fields.flatMap((field) => answerIssues(field, change, context)),
    ...chosenTwice(fields, details, context),
    ...Object.keys(details)
      .filter((id) => !known.has(id))
      .map((id) => unknown(['details', id])),
    ...documentIssues(type, change, context),
  ]
}

function dayOfChangeIssues(
  type: ChangeType,
  fields: readonly ChangeField[],
  { changedOn, details = {}, unfinished = {} }: DraftChange,
  { today }: Pick<ChangeContext, 'today'>,
): RequestIssue[] {
  const pointer = '/changedOn'
  if (unfinished['changedOn'] !== undefined) return [{ pointer, code: 'change.unfinished' }]
  if (changedOn === undefined) return [{ pointer, code: 'field.required' }]
  const bounds = { latest: { daysFromToday: type.date.daysAhead } }
  const births = fields.filter(hasBirthDate).map(({ id }) => partIn(details[id], 'birthDate'))
  const found = [...checkDay(changedOn, bounds, { today, changedOn }), ...checkBirthDate(changedOn, births)]
  return issuesAt(pointer, found)
}

function partIn(answer: DetailValue | undefined, name: keyof PersonAnswer): string | undefined {
  const part = typeof answer === 'object' ? answer[name] : undefined
  return typeof part === 'string' ? part : undefined
}

function answerIssues(field: ChangeField, change: DraftChange, context: ChangeContext): RequestIssue[] {
  const path = ['details', field.id]
  const { details = {}, unfinished = {} } = change
  if (unfinished[field.id] !== undefined) return [{ pointer: toPointer(path), code: 'change.unfinished' }]
  const answer = tidyAnswer(field, details[field.id])
  const birthDate =
    unfinished[`${field.id}.birthDate`] !== undefined && hasBirthDate(field) && isByName(field, answer)
  if (answer === undefined && !birthDate) return field.required ? missing(field, path, details[field.id]) : []
  const wrong = prefixed(path, issuesOf(answerShape(field, answer), answer ?? {}))
  const born = toPointer([...path, 'birthDate'])
  if (birthDate) {
    return [...wrong.filter(({ pointer }) => pointer !== born), { pointer: born, code: 'change.unfinished' }]
  }
  return wrong.length > 0 ? wrong : contextIssues(field, path, answer, change, context)
}

/** Whether a question may be answered with a birth date beside a name. */
function hasBirthDate(field: ChangeField): field is PersonField {
  return field.kind === 'person' && field.from !== 'member' && field.birthDate !== 'none'
}

/** Says of each part that it is missing, so that it can be shown where it belongs. */
function missing(
  field: ChangeField,
  path: readonly string[],
  answer: DetailValue | undefined,
): RequestIssue[] {
  const hasParts = field.kind === 'person' || field.kind === 'address'
  if (!hasParts) return [{ pointer: toPointer(path), code: 'field.required' }]
  return prefixed(path, issuesOf(answerShape(field, answer), {}))
}

/** What an answer of the right shape breaks when the case and the calendar are looked at. */
function contextIssues(
  field: ChangeField,
  path: readonly string[],
  answer: DetailValue | undefined,
  { changedOn }: DraftChange,
  { today, memberIds }: ChangeContext,
): RequestIssue[] {
  if (field.kind === 'date' && typeof answer === 'string') {
    return issuesAt(toPointer(path), checkDay(answer, field, { today, changedOn }))
  }
  if (field.kind !== 'person' || typeof answer !== 'object') return []
  const memberId = partIn(answer, 'memberId')
  if (memberId !== undefined && memberIds?.includes(memberId) === false) {
    return [{ pointer: toPointer([...path, 'memberId']), code: 'member.unknown' }]
  }
  const birthDate = partIn(answer, 'birthDate')
  if (birthDate === undefined) return []
  const found = checkDay(birthDate, { latest: { daysFromToday: 0 } }, { today, changedOn })
  return issuesAt(toPointer([...path, 'birthDate']), found)
}

/** Whoever is asked for twice in one change is not the same person: nobody marries themselves. */
function chosenTwice(
  fields: readonly ChangeField[],
  details: ChangeDetails,
  { memberIds }: ChangeContext,
): RequestIssue[] {
  const chosen = fields.flatMap((field) => {
    const memberId =
      field.kind === 'person' ? partIn(tidyAnswer(field, details[field.id]), 'memberId') : undefined
    return memberId === undefined || memberIds?.includes(memberId) === false
      ? []
      : [{ id: field.id, memberId }]
  })
  return chosen
    .filter(({ memberId }, index) => chosen.findIndex((other) => other.memberId === memberId) < index)
    .map(({ id }) => ({ pointer: toPointer(['details', id, 'memberId']), code: 'member.chosen_twice' }))
}

function documentIssues(
  type: ChangeType,
  { documentIds = [], documentsLater = [] }: DraftChange,
  { caseDocumentIds: attachable }: Partial<ChangeContext>,
): RequestIssue[] {
  const kinds = [...type.documents.map(({ id }) => id), 'other']
  return [
    ...documentIds.flatMap((id, index) => {
      const pointer = toPointer(['documentIds', index])
      if (documentIds.indexOf(id) < index) return [{ pointer, code: 'document.repeated' }]
      return attachable?.includes(id) === false ? [{ pointer, code: 'document.unknown' }] : []
    }),
    ...documentsLater.flatMap((kind, index) =>
      kinds.includes(kind) ? [] : [notAnOption(toPointer(['documentsLater', index]), kinds)],
    ),
  ]
}

/**
 * What is submitted of a change that has no issues: answers of the questions that are asked, written in one way, and
 * nothing that is hidden. Throws for a kind that there is not and for a change without a day.
 */
export function answersOf(change: DraftChange): SubmittedChange {
  const type = changeTypeOf(change.typeId)
  const { changedOn, details = {}, documentIds = [] } = change
  if (type === undefined || changedOn === undefined)
    throw new Error('Only a change without issues is submitted.')
  const answers = visibleFields(type, details).flatMap((field) => {
    const answer = tidyAnswer(field, details[field.id])
    const { data } = z.safeParse(answerShape(field, answer), answer)
    const value = (data as DetailValue | undefined) ?? answerOfLeftOpen(field)
    return value === undefined ? [] : [[field.id, value] as const]
  })
  return {
    typeId: type.id,
    typeVersion: type.version,
    changedOn,
    details: Object.fromEntries(answers),
    documentIds,
    documentsLater: promisedLater(change),
  }
}

/** Kinds of documents of a change that come later: of those which its answers, as they are now, ask for. */
export function promisedLater({ typeId, details = {}, documentsLater = [] }: DraftChange): string[] {
  const type = changeTypeOf(typeId)
  const asked = type ? visibleDocuments(type, details).map(({ id }) => id) : []
  return [...new Set(documentsLater)].filter((kind) => kind === 'other' || asked.includes(kind))
}

function answerOfLeftOpen(field: ChangeField): string | undefined {
  return field.kind === 'choice' ? field.leftOpen : undefined
}

/** The last day on which a change is reported in time. */
export function dueOn(type: ChangeType, changedOn: string): string {
  return addDays(changedOn, type.due.days)
}

/** The same of a change that is being written; undefined while its day is missing or one that it may not have. */
export function dueOnOfDraft(change: DraftChange, today: string): string | undefined {
  const type = changeTypeOf(change.typeId)
  if (type === undefined || change.changedOn === undefined) return undefined
  const fields = visibleFields(type, change.details ?? {})
  const issues = dayOfChangeIssues(type, fields, change, { today })
  return issues.length > 0 ? undefined : dueOn(type, change.changedOn)
}

/** Days until the due day is over, not counting today; less than 0 when it is. */
export function daysLeft(due: string, today: string): number {
  return daysBetween(today, due)
}

/** Whether it is in time on that day: the due day counts whole, until midnight in Connecticut. */
export function isInTime(due: string, today: string): boolean {
  return daysLeft(due, today) >= 0
}

/** Whether something that was typed for that name can become a value: the form asks for it. */
export function isUnfinishedName(type: ChangeType, name: string): boolean {
  if (name === 'changedOn') return true
  return type.fields.some(
    (field) => field.id === name || (hasBirthDate(field) && name === `${field.id}.birthDate`),
  )
}

function unknownType(): RequestIssue {
  return notAnOption(
    '/typeId',
    changeTypes.map(({ id }) => id),
  )
}

function unknown(path: readonly string[]): RequestIssue {
  return { pointer: toPointer(path), code: 'field.unknown' }
}

function notAnOption(pointer: string, options: readonly string[]): RequestIssue {
  return { pointer, code: 'field.not_an_option', params: { options: options.join(', ') } }
}

function prefixed(path: readonly string[], issues: readonly RequestIssue[]): RequestIssue[] {
  return issues.map((issue) => ({ ...issue, pointer: `${toPointer(path)}${issue.pointer}` }))
}
