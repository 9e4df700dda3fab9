import { useEffect, useEffectEvent } from 'react'
import type { DocumentPlace, StoredDocument } from './document-place.ts'
import { filesOnTheWay } from './files-on-the-way.ts'
import { rememberDocument, useStoredDocuments } from './stored-documents.ts'

/** The documents of a place, each as new as it is known; and has it told what arrives there and what is gone. */
export function useDocumentsHere(place: DocumentPlace): readonly StoredDocument[] {
  const { owner, part, documentIds, documents, onDocuments } = place
  const all = useStoredDocuments(documentIds, documents)
  useEffect(() => {
    filesOnTheWay.receive({ owner, part }, (document) => {
      rememberDocument(document)
      onDocuments({ attached: [document], detached: [] })
    })
  }, [owner, part, onDocuments])

  const handOver = useEffectEvent(() => {
    const attached = filesOnTheWay.unknownArrivals({ owner, part }, documentIds)
    if (attached.length > 0) onDocuments({ attached, detached: [] })
  })
  useEffect(() => {
    // The session may have ended while they were being sent.
    filesOnTheWay.resume()
    handOver()
  }, [owner, part])

  const goneKey = all.flatMap(({ id, known }) => (known === 'gone' ? [id] : [])).join(' ')
  const tellGone = useEffectEvent((detached: readonly string[]) => {
    onDocuments({ attached: [], detached })
  })
  useEffect(() => {
    if (goneKey !== '') tellGone(goneKey.split(' '))
  }, [goneKey])

  return all.flatMap(({ known }) => (known === undefined || known === 'gone' ? [] : [known]))
}
