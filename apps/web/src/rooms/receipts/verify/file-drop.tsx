import { useId, useRef, type ChangeEvent } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFileDrop } from '../../../lib/documents/use-file-drop.ts'
import { Icon } from '../../../ui/icon.tsx'
import { receiptsCopy } from '../receipts-copy.ts'

/** Takes one file: chosen, or dropped. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const translate = useCopy(receiptsCopy)
  const id = useId()
  const target = useRef<HTMLDivElement>(null)
  const take = ([file]: readonly File[]) => {
    if (file) onFile(file)
  }
  const isOver = useFileDrop(target, take)
  const choose = ({ target: field }: ChangeEvent<HTMLInputElement>) => {
    take([...(field.files ?? [])])
    // The same file may be chosen again.
    field.value = ''
  }
  return (
    <div ref={target} className={isOver ? 'receipt-drop receipt-drop-over' : 'receipt-drop'}>
      <p id={`${id}-hint`}>{translate('receipts.verify.choose.hint')}</p>
      <input
        id={id}
        className="visually-hidden receipt-choose"
        type="file"
        accept="application/pdf,application/json,.pdf,.json"
        aria-describedby={`${id}-hint`}
        onChange={choose}
      />
      <label className="button button-primary" htmlFor={id}>
        <span>
          <Icon name="document" size={20} />
          <span>
            {translate('receipts.verify.action')}
            <span className="visually-hidden">: {translate('receipts.verify.file')}</span>
          </span>
        </span>
      </label>
    </div>
  )
}
