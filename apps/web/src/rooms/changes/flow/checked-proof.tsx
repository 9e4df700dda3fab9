import { promisedLater } from '@connect/contract/changes/change-details'
import { documentKinds } from '@connect/contract/changes/change-types'
import type { DraftChange } from '@connect/contract/changes/draft-change'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useMissingFiles } from '../../../lib/documents/files-on-the-way.ts'
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
  const files = documents.filter((document) => documentIds.includes(document.id))
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
      {documentIds.length > files.length && (
        <p>{translate('changes.check.more_files', { count: documentIds.length - files.length })}</p>
      )}
      {onTheWay > 0 && <p>{translate('changes.check.on_the_way', { count: onTheWay })}</p>}
      {stopped > 0 && <p>{translate('changes.check.stopped', { count: stopped })}</p>}
      {later.map((kind) => (
        <p key={kind.id}>{translate('changes.check.later', { document: kind.label[language] })}</p>
      ))}
    </Answer>
  )
}
