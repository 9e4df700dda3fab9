import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { sessionCopy } from './session-copy.ts'

/** After signing out. */
export function SignedOutPage() {
  const translate = useCopy(sessionCopy)
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('session.signed_out.heading')}</PageHeading>
        <p>{translate('session.signed_out.lead')}</p>
        <Alert kind="information">
          <p>{translate('session.signed_out.close')}</p>
        </Alert>
        <div className="button-row">
          <LinkButton to={paths.home}>{translate('to_home')}</LinkButton>
          <LinkButton to={paths.signIn} variant="secondary">
            {translate('session.signed_out.again')}
          </LinkButton>
        </div>
      </div>
    </div>
  )
}
