import type { Locale } from '../shared/text.ts'
import type { AddressAnswer, PersonAnswer } from './answer-shapes.ts'
import type { ChangeField } from './change-type.ts'
import { changeTypeOf } from './change-types.ts'
import type { ChangeDetails, DetailValue } from './draft-change.ts'

/** A question and its answer, as people read them. */
export interface AnswerInWords {
  /** Of the question. */
  readonly id: string
  readonly question: string
  /** May have several lines. */
  readonly answer: string
}

interface Wording {
  readonly language: Locale
  /** What somebody of the case is called; undefined where that is not known here. */
  readonly memberName: (memberId: string) => string | undefined
}

const words = {
  en: {
    yes: 'Yes',
    no: 'No',
    somebody: 'Somebody in the case',
    born: (day: string) => `born ${day}`,
  },
  es: {
    yes: 'Sí',
    no: 'No',
    somebody: 'Una persona del caso',
    born: (day: string) => `nació el ${day}`,
  },
} as const

/**
 * The answers of a change in words, in the order of its questions; what was not answered is left out. Pages, receipts and
 * the agency's people read the same ones. An answer to a question that the form has no more stands under its id.
 */
export function answersInWords(
  { typeId, details }: { readonly typeId: string; readonly details: ChangeDetails },
  wording: Wording,
): AnswerInWords[] {
  const fields = changeTypeOf(typeId)?.fields ?? []
  const asked = fields.flatMap((field) => {
    const value = details[field.id]
    if (value === undefined) return []
    return [
      {
        id: field.id,
        question: field.label[wording.language],
        answer: answerInWords(field, value, wording),
      },
    ]
  })
  const dropped = Object.entries(details)
    .filter(([id]) => !fields.some((field) => field.id === id))
    .map(([id, value]) => ({ id, question: id, answer: plainly(value) }))
  return [...asked, ...dropped].filter(({ answer }) => answer !== '')
}

/** One answer in words; as it stands where it is of another shape than the question has. */
export function answerInWords(field: ChangeField, value: DetailValue, wording: Wording): string {
  const { language } = wording
  switch (field.kind) {
    case 'choice':
      return field.options.find(({ id }) => id === value)?.label[language] ?? plainly(value)
    case 'yes_no':
      return typeof value === 'boolean' ? words[language][value ? 'yes' : 'no'] : plainly(value)
    case 'date':
      return typeof value === 'string' ? dayInWords(value, language) : plainly(value)
    case 'money':
      return typeof value === 'object' ? dollars(value['amount'], language) : plainly(value)
    case 'person':
      return typeof value === 'object' ? personInWords(value, wording) : plainly(value)
    case 'address':
      return typeof value === 'object' ? addressInWords(value) : plainly(value)
    case 'text':
    case 'number':
      return plainly(value)
  }
}

function personInWords({ memberId, ...named }: PersonAnswer, { language, memberName }: Wording): string {
  if (memberId !== undefined) return memberName(memberId) ?? words[language].somebody
  const { firstName, lastName, birthDate } = named
  const name = [firstName, lastName].filter(Boolean).join(' ')
  const born = birthDate ? words[language].born(dayInWords(birthDate, language)) : ''
  return [name, born].filter(Boolean).join(', ')
}

function addressInWords({ street, unit, city, state, zip }: AddressAnswer): string {
  const place = [city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return [[street, unit].filter(Boolean).join(', '), place].filter(Boolean).join('\n')
}

/** A calendar day: “November 21, 2026”, “21 de noviembre de 2026”. */
function dayInWords(day: string, language: Locale): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return day
  return new Intl.DateTimeFormat(`${language}-US`, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}

function dollars(cents: string | number | undefined, language: Locale): string {
  if (typeof cents !== 'number') return ''
  return new Intl.NumberFormat(`${language}-US`, { style: 'currency', currency: 'USD' }).format(cents / 100)
}

function plainly(value: DetailValue): string {
  return typeof value === 'object' ? Object.values(value).join(' ') : String(value)
}
