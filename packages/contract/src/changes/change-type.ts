import type * as z from 'zod/mini'
import type { changeType } from '../rooms/change-types.ts'

/** Data as they stand in the code: nobody changes them. */
type Declared<Value> = Value extends object ? { readonly [Key in keyof Value]: Declared<Value[Key]> } : Value

/** A kind of change as declared data: pages, API, receipts and the agency read the same. */
export type ChangeType = Declared<z.infer<typeof changeType>>

/** One question. The answer's shape hangs on `kind`: see answer-shapes.ts. */
export type ChangeField = ChangeType['fields'][number]

/** A question is asked, or a document named, only where another answer of the same change is one of these. */
export type ChangeCondition = NonNullable<ChangeField['when']>

/** One of the answers to choose from. */
export type ChangeOption = Extract<ChangeField, { kind: 'choice' }>['options'][number]

/** The first or last day that a date may be. */
export type DayBound = NonNullable<Extract<ChangeField, { kind: 'date' }>['earliest']>

/** A kind of proof that helps; never needed to submit. */
export type ChangeDocument = ChangeType['documents'][number]
