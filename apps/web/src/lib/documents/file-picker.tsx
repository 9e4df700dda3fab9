import { useId, type ChangeEvent } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { documentsCopy } from './documents-copy.ts'
import { acceptedFiles } from './file-issues.ts'

interface FilePickerProps {
  /** What the files are. */
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
}

/** The ways to choose files: the camera of a phone or tablet, and what is stored. */
export function FilePicker({ label, onFiles }: FilePickerProps) {
  const translate = useCopy(documentsCopy)
  const common = { label, onFiles }
  return (
    <div className="file-ways screen-only">
      <div className="file-way-camera">
        <FileWay {...common} icon="camera" words={translate('documents.take_photo')} isCamera />
      </div>
      <FileWay {...common} icon="document" words={translate('documents.choose')} />
    </div>
  )
}

interface FileWayProps extends FilePickerProps {
  readonly icon: IconName
  readonly words: string
  readonly isCamera?: boolean
}

function FileWay({ label, onFiles, icon, words, isCamera = false }: FileWayProps) {
  const id = useId()
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    // The same file may be chosen again after it was removed.
    target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <>
      <input
        id={id}
        className="visually-hidden file-input"
        type="file"
        onChange={take}
        {...(isCamera
          ? { accept: 'image/*', capture: 'environment' }
          : { accept: acceptedFiles, multiple: true })}
      />
      <label className="button button-secondary" htmlFor={id}>
        <span>
          <Icon name={icon} size={20} />
          <span>
            {words}
            <span className="visually-hidden">: {label}</span>
          </span>
        </span>
      </label>
    </>
  )
}
