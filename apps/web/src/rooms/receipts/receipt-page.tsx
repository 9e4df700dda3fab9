import { useCallback } from 'react'
import { agencyActsBy } from '@connect/contract/changes/what-next'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { dateInWords } from '../../lib/dates.ts'
import { Link } from '../../lib/navigation/link.tsx'
import { useParams } from '../../lib/navigation/navigation.tsx'
import { insteadOfOwn } from '../../lib/own-pages/instead-of-own.tsx'
import { LoadedView } from '../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../lib/own-pages/own-page.tsx'
import { fetchReceipt } from '../../lib/own-receipt.ts'
import { paths, reportPaths } from '../../lib/paths.ts'
import { PrintButton } from '../../ui/print-button.tsx'
import { ReceiptFacts } from './receipt-facts.tsx'
import { ReceiptParts } from './receipt-parts.tsx'
import { receiptsCopy } from './receipts-copy.ts'
import { SaveReceipt } from './save-receipt.tsx'
import './receipts.css'

/** One receipt: to read, to print on a page, and to save as it is signed. */
export function ReceiptPage() {
  const translate = useCopy(receiptsCopy)
  const { id = '' } = useParams()
  const fetchIt = useCallback(() => fetchReceipt(id), [id])
  return (
    <OwnPage
      heading={translate('receipts.one.heading')}
      back={{ to: paths.receipts, words: translate('receipts.back') }}
      lines={['client-information', 'tty']}
    >
      {() => (
        <LoadedView key={id} fetch={fetchIt} instead={insteadOfOwn('receipts')}>
          {(receipt) => <Shown receipt={receipt} />}
        </LoadedView>
      )}
    </OwnPage>
  )
}

function Shown({ receipt }: { readonly receipt: Receipt }) {
  const translate = useCopy(receiptsCopy)
  const language = useLanguage()
  const date = dateInWords(agencyActsBy(receipt.receivedOn), language)
  return (
    <>
      <ReceiptFacts receipt={receipt} />
      <ReceiptParts receipt={receipt} />
      <section className="receipt-part">
        <h2>{translate('receipts.one.next')}</h2>
        <ul>
          <li>{translate('receipts.one.next.worker', { date })}</li>
          <li>{translate('receipts.one.next.told')}</li>
          <li>{translate('receipts.one.next.silent', { date })}</li>
        </ul>
      </section>
      <section className="receipt-part screen-only">
        <p>{translate('receipts.one.proof')}</p>
        <SaveReceipt receipt={receipt} />
        <div className="button-row">
          <PrintButton />
        </div>
        <p>
          <Link className="receipt-link" to={reportPaths.report(receipt.reportId)}>
            {translate('receipts.one.report')}
          </Link>
        </p>
        <p>
          <Link className="receipt-link" to={paths.verifyReceipt}>
            {translate('receipts.check_link')}
          </Link>
        </p>
      </section>
    </>
  )
}
