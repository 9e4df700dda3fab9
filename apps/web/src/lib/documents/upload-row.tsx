import { useId } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { useLanguage } from '../copy/use-language.ts'
import { fileSizeInWords } from '../file-size.ts'
import { Button } from '../../ui/button.tsx'
import { documentsCopy } from './documents-copy.ts'
import { FilePicture } from './file-picture.tsx'
import { filesOnTheWay } from './files-on-the-way.ts'
import { FileState } from './file-state.tsx'
import type { Upload } from './uploads.ts'
import { useFileWords } from './use-file-words.ts'

interface UploadRowProps {
  readonly upload: Upload
  /** It was ended, or given up. */
  readonly onCancelled: (upload: Upload) => void
}

/** A file on its way: how much of it has gone, or why it did not arrive. */
export function UploadRow({ upload, onCancelled }: UploadRowProps) {
  const translate = useCopy(documentsCopy)
  const language = useLanguage()
  const fileWords = useFileWords()
  const nameId = useId()
  const { id, file, state, progress, refusal } = upload
  return (
    <>
      <FilePicture file={file} />
      <div className="file-facts">
        <p className="entry-title" id={nameId}>
          {file.name}
        </p>
        <p className="entry-note">{fileSizeInWords(file.size, language)}</p>
        {state === 'waiting' && <p>{translate('documents.state.waiting')}</p>}
        {state === 'sending' && <Progress share={progress} nameId={nameId} />}
        {state === 'failed' && refusal && <FileState kind="bad">{fileWords.failure(refusal)}</FileState>}
        <div className="file-actions">
          {state === 'failed' && (
            <Button
              variant="secondary"
              aria-describedby={nameId}
              onClick={() => {
                filesOnTheWay.retry(id)
              }}
            >
              {translate('documents.retry')}
            </Button>
          )}
          <Button
            variant="quiet"
            aria-describedby={nameId}
            onClick={() => {
              filesOnTheWay.cancel(id)
              onCancelled(upload)
            }}
          >
            {translate(state === 'failed' ? 'documents.remove' : 'documents.cancel')}
          </Button>
        </div>
      </div>
    </>
  )
}

function Progress({ share, nameId }: { readonly share: number; readonly nameId: string }) {
  const translate = useCopy(documentsCopy)
  const percent = Math.round(share * 100)
  return (
    <p className="file-progress">
      {/* All of it has gone and the service writes it down. */}
      {percent === 100
        ? translate('documents.state.arriving')
        : translate('documents.state.sending', { percent })}
      <progress max={100} value={percent} aria-labelledby={nameId} />
    </p>
  )
}
