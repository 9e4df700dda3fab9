import * as z from 'zod/mini'
import { changeGroups } from '../changes/change-groups.ts'
import { localizedText } from '../shared/text.ts'

const condition = z.strictObject({
  /** Of an earlier question of the same change, which is asked itself. */
  field: z.string(),
  is: z.array(z.union([z.string(), z.boolean()])),
})

/** So many days from today (negative: before it), or the day on which the change happened. */
const dayBound = z.union([z.strictObject({ daysFromToday: z.number() }), z.literal('changedOn')])

const anyField = {
  /** Name of the answer in `details`; never used again for something else. */
  id: z.string(),
  label: localizedText,
  hint: z.exactOptional(localizedText),
  required: z.boolean(),
  /** Asked only where this holds; always, when left out. */
  when: z.exactOptional(condition),
  /** The version of the form that asked it first; 1 when left out. */
  since: z.exactOptional(z.number()),
}

const option = z.strictObject({ id: z.string(), label: localizedText })

const field = z.discriminatedUnion('kind', [
  z.strictObject({
    ...anyField,
    kind: z.literal('text'),
    /** In characters. */
    maxLength: z.number(),
    lines: z.exactOptional(z.enum(['one', 'many'])),
  }),
  /** An amount in cents; never less than nothing. */
  z.strictObject({ ...anyField, kind: z.literal('money') }),
  z.strictObject({ ...anyField, kind: z.literal('number'), min: z.number(), max: z.number() }),
  z.strictObject({
    ...anyField,
    kind: z.literal('choice'),
    options: z.array(option),
    /** The option that stands in the report where the question is left open. */
    leftOpen: z.exactOptional(z.string()),
  }),
  z.strictObject({ ...anyField, kind: z.literal('yes_no') }),
  z.strictObject({
    ...anyField,
    kind: z.literal('date'),
    earliest: z.exactOptional(dayBound),
    latest: z.exactOptional(dayBound),
  }),
  /** Somebody of the case, or somebody who is not in it yet, or either. */
  z.strictObject({
    ...anyField,
    kind: z.literal('person'),
    from: z.enum(['member', 'added', 'either']),
    /** Whether the birth date of somebody who is not in the case is asked for too; `optional` when left out. */
    birthDate: z.exactOptional(z.enum(['required', 'optional', 'none'])),
  }),
  z.strictObject({ ...anyField, kind: z.literal('address') }),
])

/** A kind of change; what is declared of one has the type of this (changes/change-type.ts). */
export const changeType = z.strictObject({
  id: z.string(),
  group: z.enum(changeGroups),
  /** Where it stands in its group. */
  position: z.number(),
  /** Counts the changes of the form, for `typeVersion` of a change: one more whenever a question comes or goes. */
  version: z.number(),
  label: localizedText,
  /** Says in a line what falls under it, where the label alone could be misread. */
  hint: z.exactOptional(localizedText),
  /** What people call it, for the search: words parted by spaces. */
  searchWords: localizedText,
  /** What is asked for `changedOn`, the day of the change. */
  date: z.strictObject({
    label: localizedText,
    hint: z.exactOptional(localizedText),
    /** How far ahead of today it may be. */
    daysAhead: z.number(),
  }),
  fields: z.array(field),
  /** Proofs that help; none is needed. */
  documents: z.array(
    z.strictObject({
      /** What `kind` of `POST /documents` names. */
      id: z.string(),
      label: localizedText,
      when: z.exactOptional(condition),
    }),
  ),
  /** Until when it has to be reported: so many calendar days after `changedOn`, and who says so. */
  due: z.strictObject({ days: z.number(), source: z.string() }),
})

/** `GET /change-types` */
export const changeTypesResponse = z.strictObject({
  items: z.array(changeType),
  /** What `kind` of `POST /documents` may name. */
  documentKinds: z.array(option),
})
