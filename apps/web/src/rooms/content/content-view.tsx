import type { ReactNode } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { dateInWords } from '../../lib/dates.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useContent, type ContentStore } from './content-store.ts'
import { placesCopy } from './content.copy.ts'

interface ContentViewProps<Item> {
  readonly store: ContentStore<{ readonly asOf: string; readonly items: readonly Item[] }>
  /** What is said while the agency has nothing in the list. */
  readonly empty: string
  /** Stands in for the list while it cannot be had. */
  readonly instead?: ReactNode
  readonly children: (items: readonly Item[]) => ReactNode
}

/** A list that the agency keeps, with the day on which it was checked; or what to do while it cannot be shown. */
export function ContentView<Item>({ store, empty, instead, children }: ContentViewProps<Item>) {
  const translate = useCopy(placesCopy)
  const language = useLanguage()
  const state = useContent(store)
  if (state.kind === 'loading') {
    return (
      <div className="list-to-come">
        <Skeleton lines={8} />
      </div>
    )
  }
  if (state.kind === 'failed') return <Failed retry={() => void store.load()}>{instead}</Failed>
  const { asOf, items } = state.value
  return (
    <>
      {items.length === 0 ? <p>{empty}</p> : children(items)}
      <p className="as-of">{translate('content.as_of', { date: dateInWords(asOf, language) })}</p>
    </>
  )
}

function Failed({ retry, children }: { readonly retry: () => void; readonly children: ReactNode }) {
  const translate = useCopy(placesCopy)
  return (
    <>
      <Alert kind="warning" title={translate('content.failed.title')} announce>
        <p>{translate('content.failed.text')}</p>
        <Button variant="secondary" onClick={retry}>
          {translate('try_again')}
        </Button>
      </Alert>
      {children}
    </>
  )
}
