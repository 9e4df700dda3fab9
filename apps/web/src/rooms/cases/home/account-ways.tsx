import type { Session } from '@connect/contract/rooms/session'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { Card, CardGrid } from '../../../ui/card.tsx'
import { myAccountCopy } from './my-account-copy.ts'
import { SignOutButton } from './sign-out-button.tsx'

interface AccountWaysProps {
  readonly account: Session['account']
  readonly unreadMessages: number | undefined
}

/** Whose account it is, what one can do with it, and the way out. */
export function AccountWays({ account, unreadMessages }: AccountWaysProps) {
  const translate = useCopy(myAccountCopy)
  return (
    <section className="account-ways" aria-labelledby="your-account">
      <h2 id="your-account">{translate('my_account.account.heading')}</h2>
      <dl className="facts">
        <dt>{translate('my_account.account.name')}</dt>
        <dd>
          {account.firstName} {account.lastName}
        </dd>
        <dt>{translate('my_account.account.user_id')}</dt>
        <dd>{account.userId}</dd>
        <dt>{translate('my_account.account.email')}</dt>
        <dd>{account.email ?? translate('my_account.account.no_email')}</dd>
      </dl>
      <CardGrid>
        <Card to={paths.messages} icon="message" title={translate('my_account.account.messages')}>
          {unreadMessages !== undefined && translate('my_account.account.unread', { count: unreadMessages })}
        </Card>
        <Card to={paths.reports} icon="check-circle" title={translate('my_account.account.reports')} />
        <Card to={paths.ownCases} icon="document" title={translate('my_account.account.cases')} />
        <Card to={paths.profile.overview} icon="form" title={translate('my_account.account.profile')} />
        <Card to={paths.activity} icon="information" title={translate('my_account.account.activity')} />
        <Card to={paths.devices} icon="device" title={translate('my_account.account.devices')} />
      </CardGrid>
      <p>{translate('my_account.safe')}</p>
      <SignOutButton />
    </section>
  )
}
