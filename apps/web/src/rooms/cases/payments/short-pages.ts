import type { Answer, Page } from '../../../lib/api.ts'

/** A list as it is shown: its first page, and how to come to the next. */
interface PagesShown<Item> {
  readonly first: Page<Item>
  readonly fetchPage: (cursor: string) => Promise<Answer<Page<Item>>>
}

/** Begins the cursors of what is here already; no cursor of the service has a space. */
const here = 'here '

/** Shows a long page of the service `size` entries at a time; `fetchMore` is asked once that page has been shown. */
export function shortPages<Item>(
  { items, nextCursor }: Page<Item>,
  size: number,
  fetchMore: (cursor: string) => Promise<Answer<Page<Item>>>,
): PagesShown<Item> {
  return {
    first: pageFrom(0),
    fetchPage: (cursor) =>
      cursor.startsWith(here)
        ? Promise.resolve({ data: pageFrom(Number(cursor.slice(here.length))) })
        : fetchMore(cursor),
  }

  function pageFrom(start: number): Page<Item> {
    const end = start + size
    return { items: items.slice(start, end), nextCursor: end < items.length ? `${here}${end}` : nextCursor }
  }
}
