import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Answer, Page } from '../api.ts'
import { useCopy } from '../copy/use-copy.tsx'
import { useSend } from '../use-send.ts'
import { ActionButton } from './action-button.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'
import './own-pages.css'

interface PagedListProps<Item> {
  readonly first: Page<Item>
  readonly fetchPage: (cursor: string) => Promise<Answer<Page<Item>>>
  readonly children: (item: Item) => ReactNode
}

/** A list that is shown a page at a time; more of it is put below, and focus goes to where that begins. */
export function PagedList<Item extends { readonly id: string }>(props: PagedListProps<Item>) {
  const { first, fetchPage, children } = props
  const translate = useCopy(ownPagesCopy)
  const [more, setMore] = useState<Page<Item>>({ items: [], nextCursor: first.nextCursor })
  const [begins, setBegins] = useState<string>()
  const beginning = useRef<HTMLLIElement>(null)
  const sending = useSend({
    send: async () => {
      const answer = await fetchPage(more.nextCursor ?? '')
      if (answer.refusal) return answer.refusal
      const { items, nextCursor } = answer.data
      setMore({ items: [...more.items, ...items], nextCursor })
      setBegins(items[0]?.id)
      return undefined
    },
    stays: true,
  })
  useEffect(() => {
    if (begins !== undefined) beginning.current?.focus()
  }, [begins])
  // What has come on top since then has moved some entries on to the pages below.
  const items = new Map([...more.items, ...first.items].map((item) => [item.id, item]))
  const inOrder = new Set([...first.items, ...more.items].map(({ id }) => id))
  return (
    <>
      <ul className="own-list">
        {[...inOrder].map((id) => {
          const item = items.get(id)
          return (
            item !== undefined && (
              <li key={id} {...(id === begins && { ref: beginning, tabIndex: -1 })}>
                {children(item)}
              </li>
            )
          )
        })}
      </ul>
      {more.nextCursor !== null && (
        <ActionButton sending={sending} busyLabel={translate('own.list.loading')}>
          {translate('own.list.more')}
        </ActionButton>
      )}
    </>
  )
}
