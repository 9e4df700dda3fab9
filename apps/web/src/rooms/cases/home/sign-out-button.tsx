import { useState } from 'react'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { signOut } from '../../../lib/session.ts'
import { Button } from '../../../ui/button.tsx'
import { myAccountCopy } from './my-account-copy.ts'

/** Ends the session and leads to the page that says so. */
export function SignOutButton() {
  const translate = useCopy(myAccountCopy)
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    const how = await signOut()
    setBusy(false)
    if (how === 'out') navigate(paths.signedOut, { replace: true })
    else if (how === 'unreachable')
      navigate(paths.myAccount, { state: { signOutFailed: true }, replace: true })
  }
  return (
    <Button
      variant="secondary"
      icon="sign-out"
      busy={busy}
      busyLabel={translate('my_account.sign_out.busy')}
      onClick={() => void leave()}
    >
      {translate('my_account.sign_out')}
    </Button>
  )
}
