import { agencyActsOnReportBy } from '@connect/contract/changes/what-next'
import type { Report, ReportStatus } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { draftPaths, reportPaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { todayInConnecticut } from '../today.ts'
import { reportsCopy } from './reports-copy.ts'

const alerts = {
  draft: 'warning',
  received: 'information',
  in_review: 'information',
  needs_information: 'warning',
  processed: 'success',
  declined: 'warning',
  withdrawn: 'information',
} as const satisfies Record<ReportStatus, string>

interface ReportStandingProps {
  readonly report: Report
  /** Whether the ways that lead on are offered; not on the page that they lead to. */
  readonly hasWays?: boolean
}

/** How a report stands, what that means, what comes next and by when; and what has to be done where something has. */
export function ReportStanding({ report, hasWays = true }: ReportStandingProps) {
  const translate = useCopy(reportsCopy)
  const language = useLanguage()
  const { id, kind: reportKind, status, timeline } = report
  // What the agency said when it came to this.
  const message = timeline.findLast(({ kind }) => kind === status)?.message ?? null
  const by = agencyActsOnReportBy(report)
  const isOverdue =
    (status === 'received' || status === 'in_review') && by !== null && by < todayInConnecticut()
  const title =
    reportKind === 'documents' && status === 'received'
      ? translate('reports.standing.received.documents')
      : translate(`reports.standing.${status}`)
  return (
    <Alert kind={isOverdue ? 'warning' : alerts[status]} title={title}>
      <p>
        {translate(isOverdue ? 'reports.standing.overdue' : `reports.standing.${status}.text`, {
          date: by === null ? '' : dateInWords(by, language),
        })}
      </p>
      {message !== null && status !== 'received' && <Message text={message} />}
      {hasWays && status === 'draft' && (
        <LinkButton to={draftPaths.what(id)} icon="form">
          {translate('reports.draft.open')}
        </LinkButton>
      )}
      {hasWays && status === 'needs_information' && (
        <LinkButton to={reportPaths.add(id)} icon="arrow-right">
          {translate('reports.answer')}
        </LinkButton>
      )}
    </Alert>
  )
}

/** What the agency wrote; nobody says in which language. */
function Message({ text }: { readonly text: string }) {
  const translate = useCopy(reportsCopy)
  return (
    <>
      <p className="report-message-title">{translate('reports.agency_wrote')}</p>
      <blockquote className="report-message" lang="">
        {text}
      </blockquote>
    </>
  )
}
