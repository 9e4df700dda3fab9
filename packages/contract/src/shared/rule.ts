import * as z from 'zod/mini'
import type { IssueCode } from '../problems.ts'

/** One broken rule: a stable code of the catalogue and what its words need. Never a sentence: words live in the copy. */
export interface RuleIssue {
  readonly code: IssueCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** A rule over several fields says which one it is about, as a path from where the schema stands. */
export interface FieldIssue extends RuleIssue {
  readonly path: readonly (string | number)[]
}

/** Turns a rule into a schema check. All issues are reported, and later checks still run. */
export function rule<T>(check: (value: T) => readonly RuleIssue[]) {
  return z.check<T>((context) => {
    for (const issue of check(context.value)) context.issues.push(toZodIssue(issue, [], context.value))
  })
}

/**
 * A rule over several fields of an object. It runs even when single fields are already wrong, so that every
 * broken rule is named at once; the fields that it reads may therefore be missing or of the wrong type.
 */
export function crossFieldRule<T extends object>(
  check: (value: Partial<Record<keyof T, unknown>>) => readonly FieldIssue[],
) {
  const zodCheck = z.check<T>((context) => {
    const value: unknown = context.value
    if (typeof value !== 'object' || value === null) return
    for (const issue of check(context.value)) {
      context.issues.push(toZodIssue(issue, [...issue.path], context.value))
    }
  })
  zodCheck._zod.def.when = () => true
  return zodCheck
}

function toZodIssue(issue: RuleIssue, path: (string | number)[], input: unknown) {
  return {
    code: 'custom' as const,
    message: issue.code,
    params: { code: issue.code, params: issue.params ?? {} },
    path,
    input,
    continue: true,
  }
}
