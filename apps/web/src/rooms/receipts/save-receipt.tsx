import type { Receipt } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { SaveButton } from '../../lib/own-pages/save-button.tsx'
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
  return (
    <div>
      <SaveButton
        fetch={() => fetchReceiptFile(id, mediaType)}
        fileName={fileName}
        variant={variant}
        busyLabel={translate('receipts.one.saving')}
        saved={translate('receipts.one.saved', { fileName })}
      >
        {translate(`receipts.one.save_${format}`)}
      </SaveButton>
    </div>
  )
}
