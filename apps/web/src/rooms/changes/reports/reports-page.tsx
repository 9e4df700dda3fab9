import type { ListedReport } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { insteadOfOwn } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadedList } from '../../../lib/own-pages/loaded-list.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { draftPaths, paths, reportPaths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { reportsCopy } from './reports-copy.ts'
import { fetchReports } from './reports.queries.ts'
import { StatusMark } from './status-mark.tsx'
import { useReportWords } from './use-report-words.ts'
import './reports.css'

/** Everything that I reported, sent, or began to report, newest first. */
export function ReportsPage() {
  const translate = useCopy(reportsCopy)
  return (
    <OwnPage heading={translate('reports.heading')} back="my_account" lines={['client-information', 'tty']}>
      {() => (
        <>
          <p>{translate('reports.intro')}</p>
          <div className="report-ways">
            <LinkButton to={paths.reportChange} icon="form">
              {translate('reports.new')}
            </LinkButton>
            <LinkButton to={paths.sendProof} icon="document" variant="secondary">
              {translate('reports.send_proof')}
            </LinkButton>
          </div>
          <p>
            <Link className="report-link" to={paths.receipts}>
              {translate('reports.receipts')}
            </Link>
          </p>
          <LoadedList
            fetchPage={fetchReports}
            empty={translate('reports.empty')}
            instead={insteadOfOwn('reports')}
          >
            {(report) => <ReportEntry report={report} />}
          </LoadedList>
        </>
      )}
    </OwnPage>
  )
}

function ReportEntry({ report }: { readonly report: ListedReport }) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  const reportWords = useReportWords()
  const { id, kind, status, channel, changeTypeIds, submittedAt, receivedOn, updatedAt, expiresAt } = report
  const { confirmationNumber } = report
  const title = reportWords.title(kind, changeTypeIds)
  return (
    <>
      <p>
        <StatusMark status={status} />
      </p>
      <p className="entry-title">
        <Link className="report-link" to={status === 'draft' ? draftPaths.what(id) : reportPaths.report(id)}>
          {status === 'draft' ? translate('reports.go_on', { title }) : title}
        </Link>
      </p>
      <p className="entry-note">
        {submittedAt === null
          ? translate('reports.saved', { moment: momentInWords(updatedAt, language) })
          : translate(`reports.sent.${channel}`, {
              moment:
                channel === 'online' || receivedOn === null
                  ? momentInWords(submittedAt, language)
                  : dateInWords(receivedOn, language),
            })}
      </p>
      {expiresAt !== null && (
        <p className="entry-note">
          {translate('reports.kept_until', { date: dateInWords(expiresAt, language) })}
        </p>
      )}
      {confirmationNumber !== null && (
        <p className="entry-note">{translate('reports.confirmation', { number: confirmationNumber })}</p>
      )}
    </>
  )
}
