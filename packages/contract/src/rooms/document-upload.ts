import * as z from 'zod/mini'
import { documentKinds } from '../changes/change-types.ts'

/** The parts of `POST /documents` beside the file, in any order. */
export const uploadFields = z.strictObject({ kind: z.enum(documentKinds.map(({ id }) => id)) })

/** `POST /documents`: `multipart/form-data`. */
export const uploadRequest = z.strictObject({ ...uploadFields.shape, file: z.file() })
