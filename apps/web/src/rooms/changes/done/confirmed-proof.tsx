import { documentKinds } from '@connect/contract/changes/change-types'
import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { fileSizeInWords } from '../../../lib/file-size.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { reportPaths } from '../../../lib/paths.ts'
import { flowCopy } from '../flow-copy.ts'

/** Which files came with the report, and what is still to come. */
export function ConfirmedProof({ report: { id, changes, documents } }: { readonly report: Report }) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const later = documentKinds.filter((kind) =>
    changes.some(({ documentsLater }) => documentsLater.includes(kind.id)),
  )
  const isChecking = documents.some(({ state }) => state === 'received' || state === 'checking')
  if (documents.length === 0 && later.length === 0) return null
  return (
    <>
      <h2>{translate('changes.check.proof')}</h2>
      {documents.length > 0 && (
        <ul>
          {documents.map((document) => (
            <li key={document.id}>
              {document.fileName} ({fileSizeInWords(document.bytes, language)})
            </li>
          ))}
        </ul>
      )}
      {isChecking && <p>{translate('changes.done.checking')}</p>}
      {later.length > 0 && (
        <>
          <p>{translate('changes.done.later')}</p>
          <ul>
            {later.map((kind) => (
              <li key={kind.id}>{kind.label[language]}</li>
            ))}
          </ul>
          <p className="screen-only">
            <Link className="later-link" to={reportPaths.add(id)}>
              {translate('changes.done.add')}
            </Link>
          </p>
        </>
      )}
    </>
  )
}
