import { useCopy } from '../../lib/copy/use-copy.tsx'
import { casePaths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { casesCopy } from './cases-copy.ts'

/** Says that case data are closed after a password was recovered, and leads to where they are opened again. */
export function HeldCase({ linkId }: { readonly linkId: string }) {
  const translate = useCopy(casesCopy)
  return (
    <Alert kind="warning" title={translate('cases.held.heading')}>
      <p>{translate('cases.held.why')}</p>
      <p>{translate('cases.held.what')}</p>
      <LinkButton to={casePaths.confirm(linkId)} icon="lock">
        {translate('cases.held.action')}
      </LinkButton>
    </Alert>
  )
}
