import { useCopy } from '../copy/use-copy.tsx'
import { documentsCopy } from './documents-copy.ts'
import './documents.css'

/** What is taken; stands above the boxes for files. */
export function FilesHint() {
  const translate = useCopy(documentsCopy)
  return (
    <p>
      {translate('documents.hint')} <span className="file-hint-drop">{translate('documents.hint.drop')}</span>
    </p>
  )
}
