import { useCopy } from '../copy/use-copy.tsx'
import { FailureAlert } from '../own-pages/failure-alert.tsx'
import { useSend } from '../use-send.ts'
import { Button } from '../../ui/button.tsx'
import type { StoredDocument } from './document-place.ts'
import { documentsCopy } from './documents-copy.ts'
import { deleteDocument } from './documents.queries.ts'

interface RemoveDocumentProps {
  readonly document: StoredDocument
  readonly onRemoved: (document: StoredDocument) => void
}

/** Deletes a file that was not submitted; it can be sent again, so nobody is asked twice. */
export function RemoveDocument({ document, onRemoved }: RemoveDocumentProps) {
  const translate = useCopy(documentsCopy)
  const sending = useSend({
    send: async () => {
      const { refusal } = await deleteDocument(document.id)
      // It was gone already: that is what was asked for.
      if (refusal !== undefined && refusal.code !== 'resource.not_found') return refusal
      onRemoved(document)
      return undefined
    },
  })
  return (
    <>
      <FailureAlert failure={sending.failure} />
      <Button
        variant="quiet"
        busy={sending.busy}
        busyLabel={translate('documents.removing')}
        onClick={sending.submit}
      >
        {translate('documents.remove')}
        <span className="visually-hidden">: {document.fileName}</span>
      </Button>
    </>
  )
}
