import { useCallback, useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { insteadOfOwn } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { ReportChanges } from './report-changes.tsx'
import { ReportFacts } from './report-facts.tsx'
import { ReportStanding } from './report-standing.tsx'
import { ReportTimeline } from './report-timeline.tsx'
import { ReportWays } from './report-ways.tsx'
import { reportsCopy } from './reports-copy.ts'
import { fetchOpenedReport, type OpenedReport } from './reports.queries.ts'
import './reports.css'

/** One report: how it stands and what to do, what was told and sent, and what became of it day by day. */
export function ReportPage() {
  const translate = useCopy(reportsCopy)
  const { id = '' } = useParams()
  return (
    <OwnPage
      heading={translate('reports.report.heading')}
      back={{ to: paths.reports, words: translate('reports.back') }}
      lines={['client-information', 'tty']}
    >
      {() => <OneReport key={id} id={id} />}
    </OwnPage>
  )
}

function OneReport({ id }: { readonly id: string }) {
  const translate = useCopy(reportsCopy)
  // Fetched anew once it was withdrawn.
  const [withdrawn, setWithdrawn] = useState<object>()
  const fetchIt = useCallback(() => fetchOpenedReport(id), [id])
  return (
    <>
      <FocusBox on={withdrawn}>
        {withdrawn && (
          <Alert kind="success">
            <p>{translate('reports.withdrawn')}</p>
          </Alert>
        )}
      </FocusBox>
      <LoadedView
        key={withdrawn ? 'withdrawn' : 'as it was'}
        fetch={fetchIt}
        instead={insteadOfOwn('reports')}
      >
        {(opened) => <Shown {...opened} onWithdrawn={() => setWithdrawn({})} />}
      </LoadedView>
    </>
  )
}

function Shown({ report, facts, onWithdrawn }: OpenedReport & { readonly onWithdrawn: () => void }) {
  return (
    <>
      <ReportStanding report={report} />
      <ReportFacts report={report} />
      <ReportChanges report={report} facts={facts} />
      <ReportTimeline report={report} />
      <ReportWays report={report} onWithdrawn={onWithdrawn} />
    </>
  )
}
