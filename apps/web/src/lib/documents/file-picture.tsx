import { useEffect, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { thumbnailOf } from './picture.ts'

/** A photo that was sent from this tab, in small; the sign of a document for everything else. */
export function FilePicture({ file }: { readonly file: File | undefined }) {
  const [shown, setShown] = useState<{ readonly file: File; readonly address: string | undefined }>()
  useEffect(() => {
    let isCurrent = true
    if (file)
      void thumbnailOf(file).then((address) => {
        if (isCurrent) setShown({ file, address })
      })
    return () => {
      isCurrent = false
    }
  }, [file])
  const address = shown && shown.file === file ? shown.address : undefined
  return (
    <span className="file-picture">
      {address === undefined ? <Icon name="document" size={28} /> : <img src={address} alt="" />}
    </span>
  )
}
