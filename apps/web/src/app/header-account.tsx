import { lazy, Suspense, useEffect } from 'react'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { Link } from '../lib/navigation/link.tsx'
import { useNavigate } from '../lib/navigation/navigation.tsx'
import { paths } from '../lib/paths.ts'
import { restoreSession, signOut, useSession } from '../lib/session.ts'
import { loadReportChangeLink } from '../rooms/cases/report/report-change-link.route.ts'
import { loadSessionKeeper } from '../rooms/session/session-keeper.route.ts'

const ReportChangeLink = lazy(loadReportChangeLink)
const SessionKeeper = lazy(loadSessionKeeper)

/** The account's corner of the header: the ways in, or who is signed in and the way out. */
export function HeaderAccount() {
  const translate = useCopy()
  const navigate = useNavigate()
  const state = useSession()
  useEffect(() => {
    void restoreSession()
  }, [])

  if (state.status !== 'signedIn') {
    return (
      <div className="header-account">
        <Link className="header-link" to={paths.signIn}>
          {translate('header.sign_in')}
        </Link>
        <Link className="header-link" to={paths.createAccount.name}>
          {translate('header.create_account')}
        </Link>
      </div>
    )
  }

  const { firstName, lastName } = state.session.account
  const leave = async () => {
    const how = await signOut()
    if (how === 'out') navigate(paths.signedOut)
    else if (how === 'unreachable') navigate(paths.myAccount, { state: { signOutFailed: true } })
  }
  return (
    <>
      <div className="header-account">
        {/* First, so that it moves nothing when it comes. */}
        <Suspense>
          <ReportChangeLink />
        </Suspense>
        <Link className="header-link" to={paths.myAccount}>
          {translate('header.my_account', { name: `${firstName} ${lastName}` })}
        </Link>
        <button type="button" className="header-link" onClick={() => void leave()}>
          {translate('header.sign_out')}
        </button>
      </div>
      {/* Outside the corner, which phones do not show. */}
      <Suspense>
        <SessionKeeper session={state.session} />
      </Suspense>
    </>
  )
}
