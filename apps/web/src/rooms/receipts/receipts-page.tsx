import type { ListedReceipt } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { momentInWords } from '../../lib/dates.ts'
import { Link } from '../../lib/navigation/link.tsx'
import { insteadOfOwn } from '../../lib/own-pages/instead-of-own.tsx'
import { LoadedList } from '../../lib/own-pages/loaded-list.tsx'
import { OwnPage } from '../../lib/own-pages/own-page.tsx'
import { paths, receiptPath } from '../../lib/paths.ts'
import { receiptsCopy } from './receipts-copy.ts'
import { fetchReceipts } from './receipts.queries.ts'
import './receipts.css'

/** Everything that proves what I sent, newest first. */
export function ReceiptsPage() {
  const translate = useCopy(receiptsCopy)
  return (
    <OwnPage heading={translate('receipts.heading')} back="my_account" lines={['client-information', 'tty']}>
      {() => (
        <>
          <p>{translate('receipts.intro')}</p>
          <LoadedList
            fetchPage={fetchReceipts}
            empty={translate('receipts.empty')}
            instead={insteadOfOwn('receipts')}
          >
            {(receipt) => <Entry receipt={receipt} />}
          </LoadedList>
          <p>
            <Link className="receipt-link" to={paths.verifyReceipt}>
              {translate('receipts.check_link')}
            </Link>
          </p>
        </>
      )}
    </OwnPage>
  )
}

function Entry({ receipt }: { readonly receipt: ListedReceipt }) {
  const translate = useCopy(receiptsCopy)
  const language = useLanguage()
  const { id, kind, confirmationNumber, submittedAt } = receipt
  return (
    <>
      <p className="entry-title">
        <Link className="receipt-link" to={receiptPath(id)}>
          {translate(`receipts.kind.${kind}`)} · {confirmationNumber}
        </Link>
      </p>
      <p className="entry-note">
        {translate('receipts.listed', { moment: momentInWords(submittedAt, language) })}
      </p>
    </>
  )
}
