import { usePlace } from '../../lib/navigation/navigation.tsx'
import type { Session } from '@connect/contract/rooms/session'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { RequireSession } from '../../lib/require-session.tsx'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card, CardGrid } from '../../ui/card.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { MessagesCard } from './messages-card.tsx'
import { sessionCopy } from './session-copy.ts'
import { SignOutButton } from './sign-out-button.tsx'
import './session.css'

/** The first page of whoever is signed in. */
export function MyAccountPage() {
  return <RequireSession>{(session) => <MyAccount session={session} />}</RequireSession>
}

function MyAccount({ session: { account } }: { readonly session: Session }) {
  const translate = useCopy(sessionCopy)
  const state: unknown = usePlace().state
  const signOutFailed = typeof state === 'object' && state !== null && 'signOutFailed' in state
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('session.home.heading', { firstName: account.firstName })}</PageHeading>
        {signOutFailed && (
          <Alert kind="error" announce>
            <p>{translate('session.sign_out.failed')}</p>
          </Alert>
        )}
        <p>{translate('session.home.lead')}</p>
        <section className="next-step" aria-labelledby="associate-case">
          <h2 id="associate-case">{translate('session.home.case.heading')}</h2>
          <p>{translate('session.home.case.text')}</p>
          <LinkButton to={paths.associateCase} icon="arrow-right">
            {translate('session.home.case.action')}
          </LinkButton>
        </section>
        <h2>{translate('session.home.account.heading')}</h2>
        <dl className="facts">
          <dt>{translate('session.home.account.name')}</dt>
          <dd>
            {account.firstName} {account.lastName}
          </dd>
          <dt>{translate('session.home.account.user_id')}</dt>
          <dd>{account.userId}</dd>
          <dt>{translate('session.home.account.email')}</dt>
          <dd>{account.email ?? translate('session.home.account.no_email')}</dd>
        </dl>
        <div className="own-ways">
          <CardGrid>
            <Card to={paths.profile.overview} icon="form" title={translate('session.home.account.profile')} />
            <MessagesCard />
            <Card to={paths.activity} icon="information" title={translate('session.home.account.activity')} />
            <Card to={paths.devices} icon="phone" title={translate('session.home.account.devices')} />
          </CardGrid>
        </div>
        <p>{translate('session.home.safe')}</p>
        <SignOutButton />
      </div>
    </div>
  )
}
