import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { casePaths, paths } from '../../../lib/paths.ts'
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

/** Nothing of a case is shown after a password was recovered, until the case was shown to be one's own again. */
export function HeldCase({ linkId }: { readonly linkId: string }) {
  const translate = useCopy(flowCopy)
  return (
    <Alert kind="warning" title={translate('changes.held.heading')}>
      <p>{translate('changes.held.text')}</p>
      <LinkButton to={casePaths.confirm(linkId)} icon="lock">
        {translate('changes.held.action')}
      </LinkButton>
    </Alert>
  )
}
