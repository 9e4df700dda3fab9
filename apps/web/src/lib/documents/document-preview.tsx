import { useState } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { FailureAlert } from '../own-pages/failure-alert.tsx'
import { saveFile } from '../save-file.ts'
import { useSend } from '../use-send.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { StoredDocument } from './document-place.ts'
import { documentsCopy } from './documents-copy.ts'
import { fetchDocumentContent } from './documents.queries.ts'
import { filesOnTheWay } from './files-on-the-way.ts'
import { pictureOf } from './picture.ts'

/** The side, in pixels, of a photo that is looked at. */
const side = 1600

/** The way to look at a file: a photo on the page, a PDF as a download. */
export function DocumentPreview({ document }: { readonly document: StoredDocument }) {
  const translate = useCopy(documentsCopy)
  const [picture, setPicture] = useState<string>()
  const [isOpen, setIsOpen] = useState(false)
  const { id, fileName, mediaType, state } = document
  const isPhoto = mediaType !== 'application/pdf'
  const source = filesOnTheWay.sourceOf(id)

  const sending = useSend({
    send: async () => {
      const local = isPhoto && source ? await pictureOf(source, side) : undefined
      if (local !== undefined) {
        show(local)
        return undefined
      }
      const answer = await fetchDocumentContent(id)
      if (answer.refusal) return answer.refusal
      const received = isPhoto ? await pictureOf(answer.data, side) : undefined
      if (received === undefined) saveFile(answer.data, fileName)
      else show(received)
      return undefined
    },
    stays: true,
  })
  const canBeSeen = state === 'ready' || (isPhoto && source !== undefined && mediaType !== 'image/heic')
  if (!canBeSeen || state === 'refused') return null
  return (
    <>
      <FailureAlert failure={sending.failure} />
      <Button variant="quiet" busy={sending.busy} onClick={sending.submit}>
        {translate(isPhoto ? 'documents.look' : 'documents.save_copy')}
        <span className="visually-hidden">: {fileName}</span>
      </Button>
      <Dialog
        open={isOpen}
        title={fileName}
        onClose={close}
        actions={<Button onClick={close}>{translate('documents.look.close')}</Button>}
      >
        {picture !== undefined && <img className="file-whole" src={picture} alt={fileName} />}
      </Dialog>
    </>
  )

  function show(address: string) {
    setPicture(address)
    setIsOpen(true)
  }

  function close() {
    setIsOpen(false)
    // Nothing personal stays in the page longer than it is looked at.
    setPicture(undefined)
  }
}
