import * as z from 'zod/mini'
import { changeGroups } from '../changes/change-type.ts'
import { localizedText } from '../shared/text.ts'

const condition = z.strictObject({
  /** Of an earlier question of the same change, which is asked itself. */
  field: z.string(),
  is: z.array(z.union([z.string(), z.boolean()])),
})

/** Seen from today (negative: before it), or the day of the change. */
const dayBound = z.union([z.strictObject({ daysFromToday: z.number() }), z.literal('changedOn')])

const anyField = {
  /** Name of the answer in `details`. */
  id: z.string(),
  label: localizedText,
  hint: z.optional(localizedText),
  required: z.boolean(),
  /** Asked only where this holds; always, when left out. */
  when: z.optional(condition),
  /** The version of the form that asked it first; 1 when left out. */
  since: z.optional(z.number()),
}

const option = z.strictObject({ id: z.string(), label: localizedText })

const field = z.discriminatedUnion('kind', [
  z.strictObject({
    ...anyField,
    kind: z.literal('text'),
    /** In characters. */
    maxLength: z.number(),
    lines: z.optional(z.enum(['one', 'many'])),
  }),
  z.strictObject({ ...anyField, kind: z.literal('money') }),
  z.strictObject({ ...anyField, kind: z.literal('number'), min: z.number(), max: z.number() }),
  z.strictObject({
    ...anyField,
    kind: z.literal('choice'),
    options: z.array(option),
    /** The option that stands in the report where the question is left open. */
    leftOpen: z.optional(z.string()),
  }),
  z.strictObject({ ...anyField, kind: z.literal('yes_no') }),
  z.strictObject({
    ...anyField,
    kind: z.literal('date'),
    earliest: z.optional(dayBound),
    latest: z.optional(dayBound),
  }),
  z.strictObject({
    ...anyField,
    kind: z.literal('person'),
    from: z.enum(['member', 'added', 'either']),
    birthDate: z.optional(z.enum(['required', 'optional', 'none'])),
  }),
  z.strictObject({ ...anyField, kind: z.literal('address') }),
])

const changeType = z.strictObject({
  id: z.string(),
  group: z.enum(changeGroups),
  /** Where it stands in its group. */
  position: z.number(),
  /** What goes into `typeVersion` of a change. */
  version: z.number(),
  label: localizedText,
  hint: z.optional(localizedText),
  /** Parted by spaces. */
  searchWords: localizedText,
  /** Of `changedOn`. */
  date: z.strictObject({
    label: localizedText,
    hint: z.optional(localizedText),
    /** How far ahead of today it may be. */
    daysAhead: z.number(),
  }),
  fields: z.array(field),
  /** Proofs that help; none is needed. */
  documents: z.array(z.strictObject({ id: z.string(), label: localizedText, when: z.optional(condition) })),
  /** So many calendar days after `changedOn`, by that source. */
  due: z.strictObject({ days: z.number(), source: z.string() }),
})

/** `GET /change-types` */
export const changeTypesResponse = z.strictObject({
  items: z.array(changeType),
  /** What `kind` of `POST /documents` may name. */
  documentKinds: z.array(option),
})
