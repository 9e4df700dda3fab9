import { id } from '@connect/contract/shared/ids'
import { cursorFormat, defaultPageSize, type PageQuery } from '@connect/contract/shared/page'
import * as z from 'zod/mini'
import { invalidField, type Problem } from './problem.ts'

/** What a store reads for a page: rows older than one, or the newest. */
export interface Stretch {
  /** The id of the last row of the page before. */
  readonly before: string | null
  /** One more than the page holds: whether there is one tells whether there is a next page. */
  readonly limit: number
}

/**
 * One page of a list whose cursor is the id of its last row. `read` gives rows in the order of the list, no more than
 * `limit`. Throws 422 for a cursor that no page gave.
 */
export async function pageBy<Row extends { readonly id: string }, Item>(
  { limit = defaultPageSize, cursor }: PageQuery,
  read: (stretch: Stretch) => Promise<readonly Row[]>,
  itemOf: (row: Row) => Item,
): Promise<{ items: Item[]; nextCursor: string | null }> {
  if (cursor !== undefined && !z.safeParse(id, cursor).success) throw unknownCursor()
  const rows = await read({ before: cursor ?? null, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return { items: page.map(itemOf), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** The 422 for a cursor that no page gave. */
export function unknownCursor(): Problem {
  return invalidField('/query/cursor', 'field.wrong_format', { format: cursorFormat })
}
