import type { Session } from '@connect/contract/rooms/session'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { LoadFailed } from '../../../lib/own-pages/load-failed.tsx'
import { useLoaded } from '../../../lib/own-pages/use-loaded.ts'
import { RequireSession } from '../../../lib/require-session.tsx'
import { Alert } from '../../../ui/alert.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { AccountWays } from './account-ways.tsx'
import { CasesAtAGlance } from './cases-at-a-glance.tsx'
import { myAccountCopy } from './my-account-copy.ts'
import { fetchMyAccount } from './my-account.queries.ts'
import '../cases.css'
import './my-account.css'

/** The first page of whoever is signed in. */
export function MyAccountPage() {
  return <RequireSession>{(session) => <MyAccount session={session} />}</RequireSession>
}

function MyAccount({ session: { account } }: { readonly session: Session }) {
  const translate = useCopy(myAccountCopy)
  const { state, retry } = useLoaded(fetchMyAccount)
  return (
    <div className="page">
      <PageHeading>{translate('my_account.heading', { firstName: account.firstName })}</PageHeading>
      <SignOutFailure />
      {state.kind === 'loading' && <Skeleton lines={6} />}
      {state.kind === 'failed' && <LoadFailed code={state.code} onRetry={retry} />}
      {state.kind === 'ready' && <CasesAtAGlance {...state.value} />}
      {/* Not before the rest: it would be pushed down under the eyes of whoever reads it. */}
      {state.kind !== 'loading' && (
        <>
          <AccountWays
            account={account}
            unreadMessages={state.kind === 'ready' ? state.value.unreadMessages : undefined}
          />
          <PhoneHelp lines={['client-information', 'myaccount-support', 'tty']} />
        </>
      )}
    </div>
  )
}

/** Whoever wanted to sign out and could not is told so here. */
function SignOutFailure() {
  const translate = useCopy(myAccountCopy)
  const state: unknown = usePlace().state
  if (typeof state !== 'object' || state === null || !('signOutFailed' in state)) return null
  return (
    <Alert kind="error" announce>
      <p>{translate('my_account.sign_out.failed')}</p>
    </Alert>
  )
}
