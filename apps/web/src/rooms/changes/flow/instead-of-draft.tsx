import type { ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { flowCopy } from '../flow-copy.ts'

/** What a failure with this code means on the pages on which a report is written; undefined where it means nothing more. */
export function insteadOfDraft(code: string): ReactNode {
  if (code === 'case.held') return <HeldDraft />
  // What is no id at all is a part of the address that breaks a rule.
  return code === 'resource.not_found' || code === 'request.invalid' ? <NoDraft /> : undefined
}

/** Nothing of a case is shown after a password was recovered; the cases' page leads to opening it. */
function HeldDraft() {
  const translate = useCopy(flowCopy)
  return (
    <Alert kind="warning" title={translate('changes.held.heading')}>
      <p>{translate('changes.held.text')}</p>
      <LinkButton to={paths.ownCases} icon="lock">
        {translate('changes.held.action')}
      </LinkButton>
    </Alert>
  )
}

/** There is no such draft, or it is somebody else's, or its case cannot be seen from this account any more. */
function NoDraft() {
  const translate = useCopy(flowCopy)
  return (
    <Alert kind="warning" title={translate('changes.none.heading')}>
      <p>{translate('changes.none.text')}</p>
      <LinkButton to={paths.reportChange}>{translate('changes.back_to_start')}</LinkButton>
    </Alert>
  )
}
