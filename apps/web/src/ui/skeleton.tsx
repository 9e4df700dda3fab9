import { useCopy } from '../lib/copy/use-copy.tsx'

/** Grey lines where text is about to be; seen only when the wait passes 300 ms. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const translate = useCopy()
  return (
    <div className="skeleton" role="status">
      <p className="visually-hidden">{translate('loading')}</p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}
