import { useState } from 'react'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { ActionButton } from '../../lib/own-pages/action-button.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { useSend } from '../../lib/use-send.ts'
import { receiptsCopy } from './receipts-copy.ts'
import { fetchReceiptFile } from './receipts.queries.ts'

const formats = {
  pdf: { mediaType: 'application/pdf', variant: 'primary' },
  json: { mediaType: 'application/json', variant: 'secondary' },
} as const

/** Takes a receipt along as a file, byte for byte as it is signed. */
export function SaveReceipt({ receipt }: { readonly receipt: Receipt }) {
  return (
    <div className="receipt-saves">
      <Save receipt={receipt} format="pdf" />
      <Save receipt={receipt} format="json" />
    </div>
  )
}

interface SaveProps {
  readonly receipt: Receipt
  readonly format: keyof typeof formats
}

function Save({ receipt: { id, confirmationNumber }, format }: SaveProps) {
  const translate = useCopy(receiptsCopy)
  const { mediaType, variant } = formats[format]
  const fileName = `receipt-${confirmationNumber.replaceAll(' ', '')}.${format}`
  const [isSaved, setIsSaved] = useState(false)
  const sending = useSend({
    send: async () => {
      setIsSaved(false)
      const answer = await fetchReceiptFile(id, mediaType)
      if (answer.refusal) return answer.refusal
      saveFile(answer.data, fileName)
      setIsSaved(true)
      return undefined
    },
    stays: true,
  })
  return (
    <div>
      <ActionButton
        sending={sending}
        variant={variant}
        icon="document"
        busyLabel={translate('receipts.one.saving')}
      >
        {translate(`receipts.one.save_${format}`)}
      </ActionButton>
      <div role="status">{isSaved && <p>{translate('receipts.one.saved', { fileName })}</p>}</div>
    </div>
  )
}
