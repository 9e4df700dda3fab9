import { useEffect, useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { FailureAlert } from '../../../lib/own-pages/failure-alert.tsx'
import { paths } from '../../../lib/paths.ts'
import { refreshSession, sessionState } from '../../../lib/session.ts'
import { useSend } from '../../../lib/use-send.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { hideToken, readToken } from './email-token.ts'
import { profileCopy } from './profile-copy.ts'
import { confirmEmail } from './profile.queries.ts'

/** Where the link of the e-mail leads. Opening it changes nothing: whoever reads along opens links, too. */
export function ConfirmEmailPage() {
  const translate = useCopy(profileCopy)
  const [token, setToken] = useState(readToken)
  useEffect(() => {
    hideToken()
    // Another link, opened in the same tab.
    const follow = () => {
      const another = readToken()
      if (another !== undefined) setToken(another)
      hideToken()
    }
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
    }
  }, [])
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('profile.confirm.heading')}</PageHeading>
        {token === undefined ? (
          <Alert kind="information">
            <p>{translate('profile.confirm.no_token')}</p>
            <p>{translate('profile.confirm.no_token_help')}</p>
          </Alert>
        ) : (
          <Confirmation key={token} token={token} />
        )}
        <PhoneHelp />
      </div>
    </div>
  )
}

function Confirmation({ token }: { readonly token: string }) {
  const translate = useCopy(profileCopy)
  const [isConfirmed, setIsConfirmed] = useState(false)
  const sending = useSend({
    send: async () => {
      const { refusal } = await confirmEmail(token)
      if (refusal !== undefined) return refusal
      setIsConfirmed(true)
      if (sessionState().status === 'signedIn') await refreshSession()
      return undefined
    },
    stays: true,
  })
  return (
    <>
      <div role="status">
        {isConfirmed && (
          <Alert kind="success" title={translate('profile.confirm.done.heading')}>
            <p>{translate('profile.confirm.done.text')}</p>
          </Alert>
        )}
      </div>
      <FailureAlert failure={sending.failure} />
      {isConfirmed ? (
        <div className="button-row">
          <LinkButton to={paths.profile.overview}>{translate('profile.confirm.to_profile')}</LinkButton>
        </div>
      ) : (
        <>
          <p>{translate('profile.confirm.text')}</p>
          <p>{translate('profile.confirm.not_you')}</p>
          <div className="button-row">
            <Button
              busy={sending.busy}
              busyLabel={translate('profile.confirm.working')}
              onClick={sending.submit}
            >
              {translate('profile.confirm.action')}
            </Button>
            {sending.failure !== undefined && (
              <LinkButton to={paths.profile.email} variant="secondary">
                {translate('profile.confirm.to_profile')}
              </LinkButton>
            )}
          </div>
        </>
      )}
    </>
  )
}
