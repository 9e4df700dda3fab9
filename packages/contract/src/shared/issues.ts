import * as z from 'zod/mini'
import type { RuleIssue } from './rule.ts'

/** One entry of a problem document's `errors`: where (RFC 6901 pointer), which rule, and what its words need. */
export const requestIssue = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})
export type RequestIssue = z.infer<typeof requestIssue>

type ZodIssue = z.core.$ZodIssue

/** The issues of a value under a schema; an empty list when the value is fine. */
export function issuesOf(schema: z.core.$ZodType, value: unknown): RequestIssue[] {
  const result = z.safeParse(schema, value, { reportInput: true })
  return result.success ? [] : fromZodIssues(result.error.issues)
}

/** Translates zod's issues (made with `reportInput`) into ours. */
export function fromZodIssues(
  issues: readonly ZodIssue[],
  base: readonly PropertyKey[] = [],
): RequestIssue[] {
  return issues.flatMap((issue) => fromZodIssue(issue, [...base, ...issue.path]))
}

function fromZodIssue(issue: ZodIssue, path: PropertyKey[]): RequestIssue[] {
  const at = toPointer(path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: toPointer([...path, key]), code: 'field.unknown' }))
    case 'invalid_type':
      return issue.input === undefined
        ? [{ pointer: at, code: 'field.required' }]
        : [{ pointer: at, code: 'field.wrong_type', params: { expected: issue.expected } }]
    case 'too_small':
      return [sizeIssue(at, issue.origin, 'too_small', Number(issue.minimum))]
    case 'too_big':
      return [sizeIssue(at, issue.origin, 'too_big', Number(issue.maximum))]
    case 'invalid_value':
      return [optionIssue(at, issue.input, issue.values)]
    case 'invalid_format':
      return [{ pointer: at, code: 'field.wrong_format', params: { format: formatOf(issue) } }]
    case 'custom':
      return [customIssue(at, issue.params)]
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return [{ pointer: at, code: 'field.wrong_format', params: { format: issue.code } }]
  }
}

/** What zod says of a value where the check has no words of its own. */
const unnamed = 'Invalid input'

/** How a text has to look: in the words that its check was given, or else zod's name for the kind of check. */
function formatOf({ message, format }: z.core.$ZodIssueInvalidStringFormat): string {
  return message === unnamed ? format : message
}

/** Not one of a list of values; said of the type alone when not even that fits. */
function optionIssue(pointer: string, input: unknown, values: readonly unknown[]): RequestIssue {
  if (input === undefined) return { pointer, code: 'field.required' }
  const types = new Set(values.map((value) => typeof value))
  if (!types.has(typeof input)) {
    return { pointer, code: 'field.wrong_type', params: { expected: [...types].join(' or ') } }
  }
  return { pointer, code: 'field.not_an_option', params: { options: values.map(String).join(', ') } }
}

function sizeIssue(
  pointer: string,
  origin: string,
  kind: 'too_small' | 'too_big',
  limit: number,
): RequestIssue {
  const noun = origin === 'string' ? 'text' : origin === 'array' ? 'list' : 'number'
  const bound = kind === 'too_small' ? 'min' : 'max'
  return { pointer, code: `${noun}.${kind}`, params: { [bound]: limit } }
}

function customIssue(pointer: string, params: Record<string, unknown> | undefined): RequestIssue {
  const code = typeof params?.['code'] === 'string' ? params['code'] : 'field.wrong_format'
  const values = params?.['params'] as RequestIssue['params']
  return values && Object.keys(values).length > 0 ? { pointer, code, params: values } : { pointer, code }
}

/** What rules of a single value have found, as issues of the place where it stands. */
export function issuesAt(pointer: string, found: readonly RuleIssue[]): RequestIssue[] {
  return found.map(({ code, params }) => ({ pointer, code, ...(params && { params: { ...params } }) }))
}

/** JSON Pointer (RFC 6901) of a path. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
