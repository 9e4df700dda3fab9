import { useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { useNavigate, useParams } from '../../../lib/navigation/navigation.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { fetchOwnCases } from '../../../lib/own-cases.ts'
import { associateCopy } from './associate-copy.ts'
import { confirmCaseLink } from './associate.queries.ts'
import { AssociationForm } from './association-form.tsx'
import type { DoneState } from './done-page.tsx'
import { createConfirming } from './lost-answers.ts'

/** Opens a case again that was closed because the password was recovered. */
export function ConfirmPage() {
  const translate = useCopy(associateCopy)
  const { id = '' } = useParams()
  return (
    <OwnPage heading={translate('confirm.heading')} back="my_account" lines={['client-information', 'tty']}>
      {() => (
        <LoadedView fetch={fetchOwnCases}>
          {(links) =>
            links.some((link) => link.id === id && link.held) ? (
              <ConfirmForm key={id} linkId={id} />
            ) : (
              <NothingHeld isThere={links.some((link) => link.id === id)} />
            )
          }
        </LoadedView>
      )}
    </OwnPage>
  )
}

function ConfirmForm({ linkId }: { readonly linkId: string }) {
  const translate = useCopy(associateCopy)
  const navigate = useNavigate()
  const [send] = useState(() =>
    createConfirming({
      linkId,
      post: (request) => confirmCaseLink(linkId, request),
      fetchLinks: fetchOwnCases,
    }),
  )
  return (
    <AssociationForm
      send={send}
      onTaken={() => {
        const state: DoneState = { linkId, wasHeld: true }
        navigate(paths.caseAssociated, { replace: true, state })
      }}
      introduction={
        <>
          <p>{translate('confirm.why')}</p>
          <p>{translate('confirm.what')}</p>
        </>
      }
      submitLabel={translate('confirm.submit')}
      busyLabel={translate('associate.busy')}
    />
  )
}

/** The case is open already, or no longer one's own. */
function NothingHeld({ isThere }: { readonly isThere: boolean }) {
  const translate = useCopy(associateCopy)
  return (
    <Alert kind="information">
      <p>{translate(isThere ? 'confirm.open_already' : 'confirm.not_yours')}</p>
      <p>
        {isThere ? (
          <Link to={paths.myAccount}>{translate('confirm.to_my_account')}</Link>
        ) : (
          <Link to={paths.associateCase}>{translate('associate.heading')}</Link>
        )}
      </p>
    </Alert>
  )
}
