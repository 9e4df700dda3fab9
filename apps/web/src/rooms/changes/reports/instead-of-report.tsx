import type { ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { reportsCopy } from './reports-copy.ts'

/** What a failure with this code means on the pages of a report. */
export function insteadOfReport(code: string): ReactNode {
  if (code === 'case.held') return <Held />
  // What is no id at all is a part of the address that breaks a rule.
  return code === 'resource.not_found' || code === 'request.invalid' ? <NotAmongYours /> : undefined
}

/** What was reported is closed like the case after a password was recovered; the cases' page leads to opening it. */
function Held() {
  const translate = useCopy(reportsCopy)
  return (
    <Alert kind="warning" title={translate('reports.held.heading')}>
      <p>{translate('reports.held.text')}</p>
      <LinkButton to={paths.ownCases} icon="lock">
        {translate('reports.held.action')}
      </LinkButton>
    </Alert>
  )
}

function NotAmongYours() {
  const translate = useCopy(reportsCopy)
  return (
    <Alert kind="information" title={translate('reports.not_found.heading')}>
      <p>{translate('reports.not_found.text')}</p>
      <p>
        <Link to={paths.reports}>{translate('reports.not_found.action')}</Link>
      </p>
    </Alert>
  )
}
