import * as z from 'zod/mini'

/** How many entries of a list an answer holds when nobody says. */
export const defaultPageSize = 20

/** Digits of a query, 1 to 100: text is what a query has, and anything else than such digits is refused. */
const pageSize = z.pipe(
  z.string().check(z.regex(/^(?:[1-9]\d?|100)$/, '1 to 100')),
  z.transform((digits: string) => Number(digits)),
)

/** What a cursor has to be, as its refusal says. */
export const cursorFormat = 'nextCursor of the page before'

/** `?limit=` and `?cursor=` of a list: a cursor is what the page before gave as `nextCursor`, and means nothing else. */
export const pageQuery = z.strictObject({
  limit: z.optional(pageSize),
  cursor: z.optional(z.string().check(z.regex(/^[\w-]{1,200}$/, cursorFormat))),
})
export type PageQuery = z.infer<typeof pageQuery>

/** One page of a list, newest first unless its operation says otherwise; `nextCursor` is null on the last one. */
export function pageOf<Item extends z.core.$ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.nullable(z.string()) })
}
