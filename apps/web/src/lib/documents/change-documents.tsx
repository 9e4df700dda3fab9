import { useCopy } from '../copy/use-copy.tsx'
import { CheckboxField } from '../../ui/choices.tsx'
import type { AskedDocument, DocumentPlace } from './document-place.ts'
import { DocumentSlot } from './document-slot.tsx'
import { FilesHint } from './files-hint.tsx'
import { documentsCopy } from './documents-copy.ts'
import { useDocumentsHere } from './use-documents-here.ts'

interface ChangeDocumentsProps {
  /** Id of the heading that names the change. */
  readonly under: string
  readonly place: DocumentPlace
  readonly asked: readonly AskedDocument[]
  /** Kinds of documents that come later. */
  readonly later: readonly string[]
  readonly onLater: (kinds: readonly string[]) => void
}

/** The documents of one change: what is asked for by name, each with its files or the promise to send it later. */
export function ChangeDocuments({ under, place, asked, later, onLater }: ChangeDocumentsProps) {
  const translate = useCopy(documentsCopy)
  const documents = useDocumentsHere(place)
  const kinds = asked.map(({ id }) => id)
  const common = { under, place, documents }
  return (
    <>
      <FilesHint />
      {asked.map(({ id, label }) => (
        <DocumentSlot key={id} {...common} kind={id} label={label}>
          <CheckboxField
            name={`later.${place.part}.${id}`}
            label={
              <>
                {translate('documents.later')}
                <span className="visually-hidden">: {label}</span>
              </>
            }
            checked={later.includes(id)}
            onChange={({ target }) => {
              onLater(target.checked ? [...later, id] : later.filter((kind) => kind !== id))
            }}
          />
        </DocumentSlot>
      ))}
      <DocumentSlot {...common} kind="other" label={translate('documents.other')} except={kinds} />
    </>
  )
}
