import * as z from 'zod/mini'
import { realDay } from '../shared/dates.ts'
import { checkText, tidyText } from '../shared/free-text.ts'
import { personName } from '../shared/person.ts'
import { rule, type RuleIssue } from '../shared/rule.ts'
import { usStateCodes } from '../shared/us-address.ts'
import type { ChangeField } from './change-type.ts'
import type { DetailValue } from './draft-change.ts'

/** Somebody of the case by the `memberId` that `GET /cases/{id}` names, or somebody who is not in it by name. */
export interface PersonAnswer {
  readonly memberId?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly birthDate?: string
}

/** A place in the United States to which mail can go. */
export interface AddressAnswer {
  readonly street?: string
  readonly unit?: string
  readonly city?: string
  readonly state?: string
  readonly zip?: string
}

/** Amounts stay below so many dollars. */
const dollarsBelow = 10_000_000

/** Longest line of an address, in characters. */
const addressLineLength = 100

/** What somebody has typed into a part of a person or a place. */
const typed = z.string().check(z.maxLength(200))

const currency = z.literal('USD')

/** The shape in which a draft keeps an answer. Parts of it may be missing, and rules of its content are not judged. */
export function draftShape(field: ChangeField): z.core.$ZodType {
  switch (field.kind) {
    case 'text':
      return z.string()
    case 'money':
      return z.strictObject({ amount: z.int(), currency })
    case 'number':
      return z.int()
    case 'choice':
      return z.enum(field.options.map(({ id }) => id))
    case 'yes_no':
      return z.boolean()
    case 'date':
      return realDay
    case 'person':
      return z.strictObject(draftPersonParts(field))
    case 'address':
      return z.strictObject({
        street: z.optional(typed),
        unit: z.optional(typed),
        city: z.optional(typed),
        state: z.optional(z.enum(usStateCodes)),
        zip: z.optional(typed),
      })
  }
}

export type PersonField = Extract<ChangeField, { kind: 'person' }>

function draftPersonParts({ from, birthDate }: PersonField): Readonly<Record<string, z.core.$ZodType>> {
  const member = { memberId: z.optional(typed) }
  if (from === 'member') return member
  return {
    ...(from === 'either' && member),
    firstName: z.optional(typed),
    lastName: z.optional(typed),
    ...(birthDate !== 'none' && { birthDate: z.optional(realDay) }),
  }
}

/** The shape of an answer that may be submitted; the answer has to be tidied. Bounds of dates hang on other days. */
export function answerShape(field: ChangeField, answer: DetailValue | undefined): z.core.$ZodType {
  switch (field.kind) {
    case 'text':
      return z.string().check(rule((text) => checkText(text, field.maxLength, field.lines ?? 'one')))
    case 'money':
      return z.strictObject({ amount: z.int().check(z.minimum(0), rule(checkAmount)), currency })
    case 'number':
      return z.int().check(z.minimum(field.min), z.maximum(field.max))
    case 'person':
      return isByName(field, answer) ? namedPerson(field) : z.strictObject({ memberId: z.string() })
    case 'address':
      return address
    case 'choice':
    case 'yes_no':
    case 'date':
      return draftShape(field)
  }
}

/** Whether a person is told by name: nobody of the case is picked, and a name is begun or the only way. */
export function isByName(field: PersonField, answer: DetailValue | undefined): boolean {
  if (field.from !== 'either') return field.from === 'added'
  const { memberId, ...named } = typeof answer === 'object' ? answer : {}
  return memberId === undefined && Object.keys(named).length > 0
}

function namedPerson({ birthDate = 'optional' }: PersonField): z.core.$ZodType {
  const names = { firstName: personName, lastName: personName }
  if (birthDate === 'none') return z.strictObject(names)
  return z.strictObject({ ...names, birthDate: birthDate === 'required' ? realDay : z.optional(realDay) })
}

const addressLine = z.string().check(rule((line) => checkText(line, addressLineLength, 'one')))
const address = z.strictObject({
  street: addressLine,
  unit: z.optional(addressLine),
  city: addressLine,
  state: z.enum(usStateCodes),
  zip: z.string().check(rule(checkZip)),
})

function checkZip(zip: string): RuleIssue[] {
  return /^\d{5}(?:-\d{4})?$/.test(zip) ? [] : [{ code: 'address.zip' }]
}

function checkAmount(cents: number): RuleIssue[] {
  return cents < dollarsBelow * 100 ? [] : [{ code: 'money.too_big', params: { below: dollarsBelow } }]
}

/** One way to write an answer, or undefined where nothing is answered: all of it is blank. */
export function tidyAnswer(field: ChangeField, answer: DetailValue | undefined): DetailValue | undefined {
  if (typeof answer === 'string') return field.kind === 'text' ? blankless(tidyText(answer)) : answer
  if (typeof answer !== 'object' || field.kind === 'money') return answer
  const parts = Object.entries(answer)
    .map(([name, part]) => [name, typeof part === 'string' ? tidyPart(name, part) : part] as const)
    .filter(([, part]) => part !== '')
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

function blankless(text: string): string | undefined {
  return text === '' ? undefined : text
}

/** Nine digits of a ZIP code are written with a hyphen, and names as names are. */
function tidyPart(name: string, part: string): string {
  const tidied = tidyText(part)
  return name === 'zip' ? tidied.replace(/^(\d{5}) ?(\d{4})$/, '$1-$2') : tidied
}
