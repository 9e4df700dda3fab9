import type { Report, TimelineEntry } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { receiptPath } from '../../../lib/paths.ts'
import { reportsCopy } from './reports-copy.ts'

/** What became of a report, with days and hours, the oldest first. */
export function ReportTimeline({ report }: { readonly report: Report }) {
  const translate = useCopy(reportsCopy)
  if (report.timeline.length === 0) return null
  return (
    <section className="report-part">
      <h2>{translate('reports.timeline')}</h2>
      <ol className="report-timeline">
        {report.timeline.map((entry) => (
          <li key={entry.id}>
            <Entry entry={entry} report={report} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface EntryProps {
  readonly entry: TimelineEntry
  readonly report: Report
}

function Entry({ entry: { kind, at, message, documentIds, receiptId }, report }: EntryProps) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  const names = documentIds.flatMap((id) => report.documents.find((each) => each.id === id)?.fileName ?? [])
  // What was told by phone, by mail or in person, somebody at the agency wrote down, and so what stands beside it.
  const isEntered = kind === 'received' && report.channel !== 'online'
  const isOwn = (kind === 'received' && !isEntered) || kind === 'added'
  return (
    <>
      <p className="entry-title">{translate(`reports.event.${isEntered ? 'entered' : kind}`)}</p>
      <p className="entry-note">
        <time dateTime={at}>{momentInWords(at, language)}</time>
      </p>
      {message !== null && (
        <>
          <p className="report-message-title">
            {translate(isOwn ? 'reports.you_wrote' : 'reports.agency_wrote')}
          </p>
          <blockquote className="report-message" lang="">
            {message}
          </blockquote>
        </>
      )}
      {names.length > 0 && <p>{translate('reports.with_files', { names: names.join(', ') })}</p>}
      {receiptId !== null && (
        <p>
          <Link className="report-link" to={receiptPath(receiptId)}>
            {translate('reports.receipt')}
          </Link>
        </p>
      )}
    </>
  )
}
