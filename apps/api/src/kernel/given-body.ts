import type { RequestIssue } from '@connect/contract/shared/issues'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { Problem } from './problem.ts'

/** A body as it came, for an operation that lists what breaks its schema together with what it finds itself. */
export interface GivenBody<T> {
  /** Null where the schema refuses it: then nothing can come of the request but a 422. */
  readonly whole: T | null
  /** Those of its fields that keep the schema; of a whole one all that are there. */
  readonly parts: Partial<T>
  /** What the schema refuses. */
  readonly issues: readonly RequestIssue[]
  /** As it was sent. */
  readonly raw: unknown
}

/** What breaks the schema of a body; null for a body that keeps it, and for any other failure. */
export function bodyIssuesOf(error: FastifyRequest['validationError']): readonly RequestIssue[] | null {
  const failure: unknown = error
  const isOfBody = failure instanceof Problem && error?.validationContext === 'body'
  return isOfBody ? (failure.options.errors ?? null) : null
}

/** The body of a route with `judgesBody`, under the schema of that route. */
export function givenBody<Shape extends z.core.$ZodLooseShape>(
  { body: raw, validationError }: Pick<FastifyRequest, 'body' | 'validationError'>,
  schema: z.ZodMiniObject<Shape>,
): GivenBody<z.infer<z.ZodMiniObject<Shape>>> {
  type Body = z.infer<z.ZodMiniObject<Shape>>
  const issues = bodyIssuesOf(validationError)
  if (issues === null) return { whole: raw as Body, parts: raw as Body, issues: [], raw }
  const sent = new Map<string, unknown>(Object.entries(raw ?? {}))
  const parts = Object.entries(schema.shape).flatMap(([name, field]) => {
    const data: unknown = z.safeParse(field, sent.get(name)).data
    return data === undefined ? [] : [[name, data] as const]
  })
  return { whole: null, parts: Object.fromEntries(parts) as Partial<Body>, issues, raw }
}

/** The body that may be acted on. Throws 422 for all that its schema refuses and for what else was found in it. */
export function acceptBody<T>({ whole, issues }: GivenBody<T>, found: readonly RequestIssue[]): T {
  if (whole === null || found.length > 0)
    throw new Problem('request.invalid', { errors: [...issues, ...found] })
  return whole
}
