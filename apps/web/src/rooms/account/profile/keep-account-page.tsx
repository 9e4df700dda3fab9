import type { Session } from '@connect/contract/rooms/session'
import { useState } from 'react'
import { unreachable } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Navigate } from '../../../lib/navigation/link.tsx'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { FailureAlert } from '../../../lib/own-pages/failure-alert.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { refreshSession, signOut } from '../../../lib/session.ts'
import { useSend } from '../../../lib/use-send.ts'
import { Button } from '../../../ui/button.tsx'
import { profileCopy } from './profile-copy.ts'
import { keepAccount } from './profile.queries.ts'
import type { DoneState } from './success-notice.tsx'

/** Stands before every page of an account that is to be deleted: going on keeps it. */
export function KeepAccountPage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.keep.heading')} back="none">
      {({ account }) => <Choice account={account} />}
    </OwnPage>
  )
}

function Choice({ account: { deletionDueAt } }: { readonly account: Session['account'] }) {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  const navigate = useNavigate()
  const [isKept, setIsKept] = useState(false)
  const keeping = useSend({
    send: async () => {
      const { refusal } = await keepAccount()
      if (refusal !== undefined) return refusal
      setIsKept(true)
      await refreshSession()
      return undefined
    },
    stays: true,
  })
  const leaving = useSend({
    send: async () => {
      const how = await signOut()
      if (how === 'unreachable') return { ...unreachable }
      if (how === 'out') navigate(paths.signedOut, { replace: true })
      return undefined
    },
    stays: true,
  })
  if (deletionDueAt === null) {
    const kept: DoneState = { done: 'kept' }
    if (!isKept) return <Navigate to={paths.myAccount} replace />
    return <Navigate to={paths.profile.overview} state={kept} replace />
  }
  return (
    <>
      <p>{translate('profile.keep.due', { moment: momentInWords(deletionDueAt, language) })}</p>
      <p>{translate('profile.keep.text')}</p>
      <FailureAlert failure={keeping.failure ?? leaving.failure} />
      <div className="button-row">
        <Button busy={keeping.busy} busyLabel={translate('profile.keep.keeping')} onClick={keeping.submit}>
          {translate('profile.keep.action')}
        </Button>
        <Button variant="secondary" icon="sign-out" busy={leaving.busy} onClick={leaving.submit}>
          {translate('profile.keep.sign_out')}
        </Button>
      </div>
    </>
  )
}
