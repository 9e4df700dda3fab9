import { toPointer, type RequestIssue } from '@connect/contract/shared/issues'
import { Problem } from './problem.ts'

/** Deeper bodies than this are no request of ours. */
const maxDepth = 12

/** Parses a body, or a line of one. Throws 400 when it is no JSON in UTF-8, 422 for what no schema of ours can mean. */
export function readJson(body: Uint8Array): unknown {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(body))
  } catch (error) {
    throw new Problem('request.not_json', { cause: error })
  }
  const errors: RequestIssue[] = []
  findUnstorable(value, [], errors)
  if (errors.length > 0) throw new Problem('request.invalid', { errors })
  return value
}

/**
 * NUL and lone surrogates, which Postgres cannot store, nesting that only an attack needs, and the one name that schemas
 * of open records would leave out in silence.
 */
function findUnstorable(value: unknown, path: string[], errors: RequestIssue[]): void {
  if (path.length > maxDepth) {
    errors.push({ pointer: toPointer(path), code: 'body.too_deep', params: { max: maxDepth } })
  } else if (typeof value === 'string') {
    if (!isStorable(value)) errors.push({ pointer: toPointer(path), code: 'text.characters' })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      if (!isStorable(key)) errors.push({ pointer: toPointer(path), code: 'text.characters' })
      // One path serves all: a body may hold very many values.
      path.push(key)
      if (key === '__proto__') errors.push({ pointer: toPointer(path), code: 'field.unknown' })
      findUnstorable(child, path, errors)
      path.pop()
    }
  }
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
