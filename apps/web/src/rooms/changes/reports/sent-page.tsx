import { useCallback } from 'react'
import { agencyActsBy } from '@connect/contract/changes/what-next'
import type { Receipt } from '@connect/contract/rooms/receipts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { fileSizeInWords } from '../../../lib/file-size.ts'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { insteadOfOwn } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { fetchReceipt } from '../../../lib/own-receipt.ts'
import { receiptPath, reportPaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { reportsCopy } from './reports-copy.ts'
import './reports.css'

/** Says that the agency has what was sent: number, files, what comes next and by when. */
export function SentPage() {
  const translate = useCopy(reportsCopy)
  const { receiptId = '' } = useParams()
  const fetchIt = useCallback(() => fetchReceipt(receiptId), [receiptId])
  return (
    <OwnPage heading={translate('reports.sent.heading')} back="none" lines={['client-information', 'tty']}>
      {() => (
        <LoadedView key={receiptId} fetch={fetchIt} instead={insteadOfOwn('reports')}>
          {(receipt) => <Sent receipt={receipt} />}
        </LoadedView>
      )}
    </OwnPage>
  )
}

function Sent({ receipt }: { readonly receipt: Receipt }) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  const { id, reportId, confirmationNumber, submittedAt, receivedOn, documents } = receipt
  return (
    <>
      <Alert kind="success" title={translate('reports.sent.title')}>
        <dl className="report-facts">
          <dt>{translate('reports.fact.confirmation')}</dt>
          <dd className="report-number">{confirmationNumber}</dd>
          <dt>{translate('reports.fact.sent')}</dt>
          <dd>{momentInWords(submittedAt, language)}</dd>
        </dl>
      </Alert>
      {documents.length > 0 && (
        <section className="report-part">
          <h2>{translate('reports.sent.files')}</h2>
          <ul>
            {documents.map(({ id: documentId, fileName, bytes }) => (
              <li key={documentId} className="report-file">
                {fileName} ({fileSizeInWords(bytes, language)})
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="report-part">
        <h2>{translate('reports.sent.next')}</h2>
        <p>
          {translate('reports.sent.next.text', { date: dateInWords(agencyActsBy(receivedOn), language) })}
        </p>
        <p>{translate('reports.sent.next.else')}</p>
      </section>
      <div className="button-row screen-only">
        <LinkButton to={reportPaths.report(reportId)} icon="arrow-right">
          {translate('reports.see_report')}
        </LinkButton>
        <LinkButton to={receiptPath(id)} variant="secondary" icon="document">
          {translate('reports.receipt')}
        </LinkButton>
        <PrintButton />
      </div>
    </>
  )
}
