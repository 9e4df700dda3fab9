import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { WayOfArrival } from '../../../lib/own-pages/way-of-arrival.tsx'
import { casePaths, reportPaths } from '../../../lib/paths.ts'
import { reportsCopy } from './reports-copy.ts'

/** Number, time and way of a report, and what it belongs with. */
export function ReportFacts({ report }: { readonly report: Report }) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  const { caseId, channel, confirmationNumber, submittedAt, receivedOn, signedName, noticeId } = report
  if (submittedAt === null) return null
  return (
    <>
      <dl className="report-facts">
        {confirmationNumber !== null && (
          <>
            <dt>{translate('reports.fact.confirmation')}</dt>
            <dd className="report-number">{confirmationNumber}</dd>
          </>
        )}
        <dt>{translate('reports.fact.sent')}</dt>
        <dd>
          {channel === 'online' || receivedOn === null ? (
            <time dateTime={submittedAt}>{momentInWords(submittedAt, language)}</time>
          ) : (
            <time dateTime={receivedOn}>{dateInWords(receivedOn, language)}</time>
          )}
        </dd>
        <WayOfArrival channel={channel} />
        {signedName !== null && (
          <>
            <dt>{translate('reports.fact.signed')}</dt>
            <dd>{signedName}</dd>
          </>
        )}
      </dl>
      {noticeId !== null && (
        <p>
          <Link to={casePaths.letter(caseId, noticeId)}>{translate('reports.for_letter')}</Link>
        </p>
      )}
      <Corrections {...report} />
    </>
  )
}

/** The report that this one corrects, and those that correct it. */
function Corrections({ correctsId, correctedByIds }: Pick<Report, 'correctsId' | 'correctedByIds'>) {
  const translate = useCopy(reportsCopy)
  return (
    <>
      {correctsId !== null && (
        <p>
          <Link to={reportPaths.report(correctsId)}>{translate('reports.corrects')}</Link>
        </p>
      )}
      {correctedByIds.map((id) => (
        <p key={id}>
          <Link to={reportPaths.report(id)}>{translate('reports.corrected_by')}</Link>
        </p>
      ))}
    </>
  )
}
