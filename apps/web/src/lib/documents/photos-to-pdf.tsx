import { useMemo } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { createKeyedSend } from '../keyed-send.ts'
import { ActionButton } from '../own-pages/action-button.tsx'
import { useSend } from '../use-send.ts'
import type { StoredDocument } from './document-place.ts'
import { documentsCopy } from './documents-copy.ts'
import { combinePhotos } from './documents.queries.ts'

interface PhotosToPdfProps {
  readonly kind: string
  /** Those that stand together, in the order of the pages. */
  readonly documents: readonly StoredDocument[]
  readonly onCombined: (whole: StoredDocument, photos: readonly StoredDocument[]) => void
}

/** Offers one PDF in place of several photos, as soon as all of them may be opened. */
export function PhotosToPdf({ kind, documents, onCombined }: PhotosToPdfProps) {
  const translate = useCopy(documentsCopy)
  const photos = documents.filter(
    ({ mediaType, state }) => mediaType !== 'application/pdf' && state !== 'refused',
  )
  const combine = useMemo(() => createKeyedSend({ post: combinePhotos }), [])
  const sending = useSend({
    send: async () => {
      const documentIds = photos.map(({ id }) => id)
      const fileName = `${translate('documents.combined_name')}.pdf`
      const answer = await combine({ documentIds, kind, fileName })
      if (answer.refusal) return answer.refusal
      onCombined(answer.data, photos)
      return undefined
    },
    stays: true,
  })
  if (photos.length < 2 || photos.some(({ state }) => state !== 'ready')) return null
  return (
    <div className="screen-only">
      <ActionButton sending={sending} icon="document" busyLabel={translate('documents.combining')}>
        {translate('documents.combine', { count: photos.length })}
      </ActionButton>
    </div>
  )
}
