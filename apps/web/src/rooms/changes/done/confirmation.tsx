import { agencyActsOnReportBy } from '@connect/contract/changes/what-next'
import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths, receiptPath, reportPaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { PrintButton } from '../../../ui/print-button.tsx'
import { flowCopy } from '../flow-copy.ts'
import { ConfirmedChanges } from './confirmed-changes.tsx'
import { ConfirmedProof } from './confirmed-proof.tsx'
import { VoterRegistration } from './voter-registration.tsx'
import '../flow/flow.css'

/** What was received and when, its number, what happens next and by when, and where the receipt is. */
export function Confirmation({ report }: { readonly report: Report }) {
  const translate = useCopy(flowCopy)
  const language = useLanguage()
  const { id, confirmationNumber, submittedAt, timeline } = report
  const receiptId = timeline.find((entry) => entry.receiptId !== null)?.receiptId ?? null
  const moment = submittedAt ?? report.createdAt
  const actsBy = agencyActsOnReportBy(report)
  const date = actsBy === null ? '' : dateInWords(actsBy, language)
  return (
    <>
      <Alert kind="success" title={translate('changes.done.received')}>
        {confirmationNumber !== null && (
          <p>
            {translate('changes.done.number')}{' '}
            <span className="confirmation-number">{confirmationNumber}</span>
          </p>
        )}
        <p>{translate('changes.done.when', { moment: momentInWords(moment, language) })}</p>
      </Alert>
      <ConfirmedChanges report={report} />
      <ConfirmedProof report={report} />
      <VoterRegistration report={report} />
      <h2>{translate('changes.next.heading')}</h2>
      <ol>
        <li>{translate('changes.next.worker', { date })}</li>
        <li>{translate('changes.next.told')}</li>
        <li>{translate('changes.next.silent', { date })}</li>
      </ol>
      <div className="button-row screen-only">
        {receiptId !== null && (
          <LinkButton to={receiptPath(receiptId)} icon="document">
            {translate('changes.done.receipt')}
          </LinkButton>
        )}
        <LinkButton to={reportPaths.report(id)} variant="secondary">
          {translate('changes.done.report')}
        </LinkButton>
        <PrintButton />
      </div>
      <p className="screen-only">
        <Link className="later-link" to={paths.reportChange}>
          {translate('changes.done.another')}
        </Link>
      </p>
    </>
  )
}
