import { documentKinds } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useFilesOnTheWay } from '../../../lib/documents/files-on-the-way.ts'
import { draftPaths } from '../../../lib/paths.ts'
import { Answer } from '../../../wizard/answer-list.tsx'
import { flowCopy } from '../flow-copy.ts'
import type { DraftOnPage } from './draft-page.tsx'

interface CheckedProofProps {
  readonly draft: DraftOnPage
  readonly change: DraftChange
}

/** The files of a change, and what will be sent later. */
export function CheckedProof({ draft: { kept }, change }: CheckedProofProps) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const { id, documents } = kept.report
  const onTheWay = useFilesOnTheWay(id)
  const { documentIds = [], documentsLater = [] } = change
  const files = documents.filter((document) => documentIds.includes(document.id))
  const later = documentKinds.filter((kind) => documentsLater.includes(kind.id))
  return (
    <Answer label={translate('changes.check.proof')} path={draftPaths.documents(id)}>
      {documentIds.length === 0 && later.length === 0 && translate('changes.check.no_proof')}
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
      {documentIds.length > files.length && (
        <p>{translate('changes.check.more_files', { count: documentIds.length - files.length })}</p>
      )}
      {onTheWay > 0 && <p>{translate('changes.check.on_the_way', { count: onTheWay })}</p>}
      {later.map((kind) => (
        <p key={kind.id}>{translate('changes.check.later', { document: kind.label[language] })}</p>
      ))}
    </Answer>
  )
}
