import * as z from 'zod/mini'
import { requestIssue } from './issues.ts'

/** A problem document (RFC 9457), `application/problem+json`. */
export const problemDocument = z.strictObject({
  /** A path under `/problems/` that shows documentation. */
  type: z.string(),
  title: z.string(),
  status: z.number(),
  /** Dotted and stable: what programs look at. */
  code: z.string(),
  detail: z.optional(z.string()),
  /** The request id, also in `X-Request-Id`. */
  instance: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  errors: z.optional(z.array(requestIssue)),
})
export type ProblemDocument = z.infer<typeof problemDocument>
