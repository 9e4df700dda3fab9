import * as z from 'zod/mini'
import { documentLimits } from '../rooms/documents.ts'
import { realDay } from '../shared/dates.ts'
import { id } from '../shared/ids.ts'

/** Longest text that a draft keeps in one answer, in UTF-16 units; what may be submitted is shorter, by field. */
export const draftTextMaxLength = 5000

/** Longest piece of what was typed and is no value yet, in UTF-16 units. */
export const unfinishedMaxLength = 200

/** Questions that are remembered as gone: more than a form has. */
const goneQuestionsMax = 100

/** Name of a question, of a kind of change or of a document. */
const name = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,59}$/, 'id of GET /change-types'))

/** What was typed for `changedOn`, for a question, or for the birth date of a person whom a question asks for. */
const unfinishedName = z
  .string()
  .check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,59}(\.birthDate)?$/, 'id of a field of GET /change-types'))

/**
 * An answer in any of the shapes that there are; which one a question takes hangs on its `kind` in
 * `GET /change-types`, and is judged by `draftIssues` and `changeIssues`.
 */
const detailValue = z.union([
  z.string().check(z.maxLength(draftTextMaxLength)),
  z.number(),
  z.boolean(),
  z.record(name, z.union([z.string().check(z.maxLength(draftTextMaxLength)), z.number()])),
])
export type DetailValue = z.infer<typeof detailValue>

/** Answers by the ids of the questions. */
export const changeDetails = z.record(name, detailValue)
export type ChangeDetails = z.infer<typeof changeDetails>

/** One change of a report that is being written: everything but its kind may be missing. */
export const draftChange = z.strictObject({
  typeId: name,
  /**
   * Of the form under which it was written; the one in force when left out. Whoever is to be told again what is new in
   * the form leaves it as it is.
   */
  typeVersion: z.optional(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  changedOn: z.optional(realDay),
  details: z.optional(changeDetails),
  /** What was typed and is no value yet, such as half a date: kept, and in the way of submitting. */
  unfinished: z.optional(z.record(unfinishedName, z.string().check(z.maxLength(unfinishedMaxLength)))),
  documentIds: z.optional(z.array(id).check(z.maxLength(documentLimits.each))),
  /** Kinds of documents that the person will send later. */
  documentsLater: z.optional(z.array(name).check(z.maxLength(documentLimits.each))),
  /** Questions that went with an older form, with their answers: kept as long as whoever writes is to be told of them. */
  goneQuestions: z.optional(z.array(name).check(z.maxLength(goneQuestionsMax))),
})
export type DraftChange = z.infer<typeof draftChange>

/** One change as it is submitted: nothing in it is hidden, missing or unfinished. */
export interface SubmittedChange {
  readonly typeId: string
  readonly typeVersion: number
  readonly changedOn: string
  readonly details: ChangeDetails
  readonly documentIds: readonly string[]
  readonly documentsLater: readonly string[]
}
