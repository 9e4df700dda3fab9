import { useCallback, type ReactNode } from 'react'
import type { Answer, Page } from '../api.ts'
import { LoadedView } from './loaded-view.tsx'
import { PagedList } from './paged-list.tsx'

interface LoadedListProps<Item> {
  /** Fetches the page that a cursor names, without one the first. The same function for ever. */
  readonly fetchPage: (cursor: string | undefined) => Promise<Answer<Page<Item>>>
  /** What stands in the list's place while it has no entries. */
  readonly empty?: string
  /** What stands there in place of the usual words, for a failure with this code; undefined leaves those. */
  readonly instead?: (code: string) => ReactNode
  readonly children: (item: Item) => ReactNode
}

/** A list that the page fetches when it opens, and more of it when that is asked for. */
export function LoadedList<Item extends { readonly id: string }>(props: LoadedListProps<Item>) {
  const { fetchPage, empty, instead, children } = props
  const fetchFirst = useCallback(() => fetchPage(undefined), [fetchPage])
  return (
    <LoadedView fetch={fetchFirst} {...(instead && { instead })}>
      {(first) =>
        empty !== undefined && first.items.length === 0 ? (
          <p>{empty}</p>
        ) : (
          <PagedList first={first} fetchPage={fetchPage}>
            {children}
          </PagedList>
        )
      }
    </LoadedView>
  )
}
