import type { LocalizedText } from '../shared/text.ts'

/** The three groups in which the Department's guide lists what has to be reported. */
export const changeGroups = ['income', 'living', 'other'] as const
export type ChangeGroup = (typeof changeGroups)[number]

/** A question is asked, or a document named, only where another answer of the same change is one of these. */
export interface ChangeCondition {
  readonly field: string
  readonly is: readonly (string | boolean)[]
}

/** One of the answers to choose from. */
export interface ChangeOption {
  readonly id: string
  readonly label: LocalizedText
}

/**
 * The first or last day that a date may be: so many days from today (negative: before it), or the day on which the
 * change happened.
 */
export type DayBound = { readonly daysFromToday: number } | 'changedOn'

interface AnyField {
  /** Name of the answer in `details`; never used again for something else. */
  readonly id: string
  readonly label: LocalizedText
  readonly hint?: LocalizedText
  readonly required: boolean
  readonly when?: ChangeCondition
  /** The version of the form that asked it first; 1 when left out. */
  readonly since?: number
}

/** One question. The answer's shape hangs on `kind`: see answer-shapes.ts. */
export type ChangeField = AnyField &
  (
    | {
        readonly kind: 'text'
        /** In characters. */
        readonly maxLength: number
        readonly lines?: 'one' | 'many'
      }
    /** An amount in cents; never less than nothing. */
    | { readonly kind: 'money' }
    | { readonly kind: 'number'; readonly min: number; readonly max: number }
    | {
        readonly kind: 'choice'
        readonly options: readonly ChangeOption[]
        /** The option that stands in the report where the question is left open. */
        readonly leftOpen?: string
      }
    | { readonly kind: 'yes_no' }
    | { readonly kind: 'date'; readonly earliest?: DayBound; readonly latest?: DayBound }
    /** Somebody of the case, or somebody who is not in it yet, or either. */
    | {
        readonly kind: 'person'
        readonly from: 'member' | 'added' | 'either'
        /** Whether the birth date of somebody who is not in the case is asked for too; `optional` when left out. */
        readonly birthDate?: 'required' | 'optional' | 'none'
      }
    | { readonly kind: 'address' }
  )

/** A kind of proof that helps; never needed to submit. */
export interface ChangeDocument {
  /** What `kind` of `POST /documents` names. */
  readonly id: string
  readonly label: LocalizedText
  readonly when?: ChangeCondition
}

/** A kind of change as declared data: pages, API, receipts and the agency read the same. */
export interface ChangeType {
  readonly id: string
  readonly group: ChangeGroup
  /** Where it stands in its group. */
  readonly position: number
  /** Counts the changes of the form: one more whenever a question comes or goes. */
  readonly version: number
  readonly label: LocalizedText
  /** Says in a line what falls under it, where the label alone could be misread. */
  readonly hint?: LocalizedText
  /** What people call it, for the search: words parted by spaces. */
  readonly searchWords: LocalizedText
  /** What is asked for the day of the change, and how many days ahead it may be reported. */
  readonly date: {
    readonly label: LocalizedText
    readonly hint?: LocalizedText
    readonly daysAhead: number
  }
  readonly fields: readonly ChangeField[]
  readonly documents: readonly ChangeDocument[]
  /** Until when it has to be reported: so many calendar days after the day of the change, and who says so. */
  readonly due: { readonly days: number; readonly source: string }
}
