import { promisedLater } from '@connect/contract/changes/change-details'
import { documentKinds } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useMissingFiles } from '../../../lib/documents/files-on-the-way.ts'
import { useStoredDocuments } from '../../../lib/documents/stored-documents.ts'
import { draftPaths } from '../../../lib/paths.ts'
import { Answer } from '../../../wizard/answer-list.tsx'
import { occurrenceOf } from '../draft/change-list.ts'
import { flowCopy } from '../flow-copy.ts'
import type { DraftOnPage } from './draft-page.tsx'
import { partOf } from './taking-out.ts'

interface CheckedProofProps {
  readonly draft: DraftOnPage
  readonly index: number
  readonly change: DraftChange
}

/** The files of a change, and what will be sent later. */
export function CheckedProof({ draft: { kept }, index, change }: CheckedProofProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const { id, documents } = kept.report
  const part = partOf(change.typeId, occurrenceOf(kept.changes, index))
  const { onTheWay, stopped } = useMissingFiles(id, part)
  const { documentIds = [] } = change
  // The draft tells how its files stood when it was saved last.
  const here = useStoredDocuments(documentIds, documents)
  const files = here.flatMap(({ known }) => (known === undefined || known === 'gone' ? [] : [known]))
  const unknown = here.filter(({ known }) => known === undefined).length
  const promised = promisedLater(change)
  const later = documentKinds.filter((kind) => promised.includes(kind.id))
  const isNothing = documentIds.length + later.length + onTheWay + stopped === 0
  return (
    <Answer label={translate('changes.check.proof')} path={draftPaths.documents(id)}>
      {isNothing && translate('changes.check.no_proof')}
      {files.length > 0 && (
        <ul>
          {files.map(({ id: fileId, fileName, state }) => (
            <li key={fileId}>
              {fileName}
              {state === 'refused' && ` – ${translate('changes.check.file_refused')}`}
              {(state === 'received' || state === 'checking') &&
                ` – ${translate('changes.check.file_checking')}`}
            </li>
          ))}
        </ul>
      )}
      {unknown > 0 && <p>{translate('changes.check.more_files', { count: unknown })}</p>}
      {onTheWay > 0 && <p>{translate('changes.check.on_the_way', { count: onTheWay })}</p>}
      {stopped > 0 && <p>{translate('changes.check.stopped', { count: stopped })}</p>}
      {later.map((kind) => (
        <p key={kind.id}>{translate('changes.check.later', { document: kind.label[language] })}</p>
      ))}
    </Answer>
  )
}
