import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { flowCopy } from '../flow-copy.ts'

/** For whoever has no case here yet. */
export function NoCase() {
  const translate = useCopy(flowCopy)
  return (
    <Alert kind="information" title={translate('changes.no_case.heading')}>
      <p>{translate('changes.no_case.text')}</p>
      <LinkButton to={paths.associateCase}>{translate('changes.no_case.action')}</LinkButton>
    </Alert>
  )
}
