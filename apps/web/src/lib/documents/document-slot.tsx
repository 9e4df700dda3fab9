import { useId, type ReactNode } from 'react'
import type { DocumentPlace } from './document-place.ts'

interface DocumentSlotProps {
  readonly place: DocumentPlace
  /** Of what is sent here. */
  readonly kind: string
  readonly label: string
  /** Given where this one takes whatever is of none of these kinds. */
  readonly except?: readonly string[]
  /** What can be said in place of sending something. */
  readonly children?: ReactNode
}

/** One kind of proof: what stands here of it. */
export function DocumentSlot({ place, kind, label, except, children }: DocumentSlotProps) {
  const titleId = useId()
  const here = place.documents.filter(
    (file) =>
      place.documentIds.includes(file.id) && (except ? !except.includes(file.kind) : file.kind === kind),
  )
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{label}</h2>
      <ul>
        {here.map(({ id, fileName }) => (
          <li key={id}>{fileName}</li>
        ))}
      </ul>
      {children}
    </section>
  )
}
