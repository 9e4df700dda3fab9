import {
  reference as caseRefSchema,
  importLine,
  type FedCase,
  type ImportLineResult,
} from '@connect/contract/rooms/case-feed'
import { fromZodIssues, type RequestIssue } from '@connect/contract/shared/issues'
import * as z from 'zod/mini'
import { Problem } from '../../kernel/problem.ts'
import { readJson } from '../../kernel/read-json.ts'
import type { RawLine } from './case-import-lines.ts'

/** A line that says something of a case. */
interface ToldLine {
  readonly line: number
  readonly caseRef: string
  readonly fed: FedCase
}

/** What a line says: a case, or why it is refused. */
export type ReadLine = ToldLine | ImportLineResult

/** How much of what is wrong with a line is told. */
const mostErrors = 20

const { members, programs, payments } = importLine.shape

/** Every name that a field has here. */
const fieldNames: ReadonlySet<string> = new Set(
  [
    importLine,
    members.def.element,
    programs.def.innerType.def.element,
    payments.def.innerType.def.element,
  ].flatMap(({ shape }) => Object.keys(shape)),
)

/** Reads a line of an import. Never throws: what is wrong with it is its result. */
export function readLine(line: number, { bytes }: RawLine): ReadLine {
  if (bytes === null) return refused(line, null, new Problem('request.too_large'))
  let value: unknown
  try {
    value = readJson(bytes)
  } catch (error) {
    return refused(line, null, error)
  }
  const read = z.safeParse(importLine, value, { reportInput: true })
  if (!read.success)
    return refused(
      line,
      refOf(value),
      new Problem('request.invalid', { errors: fromZodIssues(read.error.issues) }),
    )
  const { caseRef, ...fed } = read.data
  return { line, caseRef, fed }
}

export function isTold(line: ReadLine): line is ToldLine {
  return 'fed' in line
}

function refused(line: number, caseRef: string | null, error: unknown): ImportLineResult {
  if (!(error instanceof Problem)) throw error
  const { errors } = error.options
  return {
    line,
    caseRef,
    outcome: 'refused',
    code: error.code,
    ...(errors === undefined ? {} : { errors: told(errors) }),
  }
}

/** The first ones, and of several that would read the same one. */
function told(errors: readonly RequestIssue[]): RequestIssue[] {
  const distinct = new Map<string, RequestIssue>()
  for (const { pointer, ...rest } of errors) {
    const issue = { pointer: knownPart(pointer), ...rest }
    distinct.set(JSON.stringify(issue), issue)
    if (distinct.size === mostErrors) break
  }
  return [...distinct.values()]
}

/**
 * A place as far as its names are ours: what else a sender calls a field may be anybody's name, and answers are kept in
 * the clear.
 */
function knownPart(pointer: string): string {
  const [, ...names] = pointer.split('/')
  const strange = names.findIndex((name) => !fieldNames.has(name) && !/^\d{1,4}$/.test(name))
  return names
    .slice(0, strange === -1 ? names.length : strange)
    .map((name) => `/${name}`)
    .join('')
}

/** Whose line it is, where it says so as references are written. */
function refOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('caseRef' in value)) return null
  const { caseRef } = value
  return typeof caseRef === 'string' && caseRefSchema.safeParse(caseRef).success ? caseRef : null
}
