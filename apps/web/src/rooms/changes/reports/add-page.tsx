import { useCallback } from 'react'
import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { insteadOfOwn } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { reportPaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { fetchReport } from '../draft/change-reports.queries.ts'
import { ProofForm } from './proof-form.tsx'
import { ReportStanding } from './report-standing.tsx'
import { reportsCopy } from './reports-copy.ts'
import { addToReport, type Proof } from './reports.queries.ts'
import { useReportWords } from './use-report-words.ts'
import './reports.css'

/** Adds files and words to a report: what was promised for later, or the answer to what the agency asks. */
export function AddPage() {
  const translate = useCopy(reportsCopy)
  const { id = '' } = useParams()
  const fetchIt = useCallback(() => fetchReport(id), [id])
  return (
    <OwnPage
      heading={translate('reports.add.heading')}
      back={{ to: reportPaths.report(id), words: translate('reports.back_to_report') }}
      lines={['client-information', 'tty']}
    >
      {() => (
        <LoadedView key={id} fetch={fetchIt} instead={insteadOfOwn('reports')}>
          {({ report }) => <Addition report={report} />}
        </LoadedView>
      )}
    </OwnPage>
  )
}

function Addition({ report }: { readonly report: Report }) {
  const translate = useCopy(reportsCopy)
  const reportWords = useReportWords()
  const { id, kind, status, changes, withdrawable } = report
  const post = useCallback((proof: Proof, key: string) => addToReport(id, proof, key), [id])
  if (!withdrawable) return <Decided reportId={id} />
  return (
    <>
      <p className="entry-title">
        {reportWords.title(
          kind,
          changes.map(({ typeId }) => typeId),
        )}
      </p>
      {status === 'needs_information' && <ReportStanding report={report} hasWays={false} />}
      <ProofForm
        name={`add.${id}`}
        kind={status === 'needs_information' ? 'requested' : 'other'}
        filesLabel={translate('reports.add.files')}
        messageLabel={translate('reports.add.message')}
        mayBeWordsAlone
        post={post}
        cancelTo={reportPaths.report(id)}
      />
    </>
  )
}

/** It is too late to add something; the report itself says what became of it. */
function Decided({ reportId }: { readonly reportId: string }) {
  const translate = useCopy(reportsCopy)
  return (
    <Alert kind="information" title={translate('reports.add.closed')}>
      <p>{translate('reports.add.closed.text')}</p>
      <LinkButton to={reportPaths.report(reportId)} variant="secondary" icon="arrow-right">
        {translate('reports.see_report')}
      </LinkButton>
    </Alert>
  )
}
