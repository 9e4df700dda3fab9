import { useCallback } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Navigate } from '../../../lib/navigation/link.tsx'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { insteadOfOwn } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { fetchReport } from '../draft/change-reports.queries.ts'
import { flowCopy } from '../flow-copy.ts'
import { Confirmation } from './confirmation.tsx'

/** Says that a report was received: what the service has of it, never what was typed. */
export function DonePage() {
  const translate = useCopy(flowCopy)
  const { reportId = '' } = useParams()
  const fetchThis = useCallback(() => fetchReport(reportId), [reportId])
  return (
    <OwnPage
      heading={translate('changes.done.heading')}
      back="my_account"
      lines={['client-information', 'tty']}
    >
      {() => (
        <LoadedView fetch={fetchThis} instead={insteadOfOwn('reportChange')}>
          {({ report }) =>
            report.status === 'draft' ? (
              <Navigate to={draftPaths.check(report.id)} replace />
            ) : (
              <Confirmation report={report} />
            )
          }
        </LoadedView>
      )}
    </OwnPage>
  )
}
