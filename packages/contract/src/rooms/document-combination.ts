import * as z from 'zod/mini'
import { id } from '../shared/ids.ts'
import { uploadFields } from './document-upload.ts'
import { documentLimits } from './documents.ts'

/** `POST /documents/combinations`: photos in the order of their pages, what they prove together, and a name. */
export const combineDocumentsRequest = z.strictObject({
  documentIds: z.array(id).check(z.minLength(2), z.maxLength(documentLimits.each)),
  kind: uploadFields.shape.kind,
  /** Up to 1,000 characters, of which 200 are kept; it ends with `.pdf` whatever is given. */
  fileName: z.optional(z.string().check(z.maxLength(1_000))),
})
export type CombineDocumentsRequest = z.infer<typeof combineDocumentsRequest>
