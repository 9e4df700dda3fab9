import { useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { associateCopy } from './associate-copy.ts'
import { postCaseLink } from './associate.queries.ts'
import { AssociationForm } from './association-form.tsx'
import type { DoneState } from './done-page.tsx'
import { createAssociating } from './lost-answers.ts'

/** Joins a case to the account of whoever is signed in. */
export function AssociatePage() {
  const translate = useCopy(associateCopy)
  const navigate = useNavigate()
  const [send] = useState(() => createAssociating({ post: postCaseLink }))
  return (
    <OwnPage heading={translate('associate.heading')} back="my_account" lines={['client-information', 'tty']}>
      {() => (
        <AssociationForm
          send={send}
          onTaken={({ id }) => {
            const state: DoneState = { linkId: id, wasHeld: false }
            // Going back leads to where one came from, not to a form that is done.
            navigate(paths.caseAssociated, { replace: true, state })
          }}
          introduction={<p>{translate('associate.lead')}</p>}
          submitLabel={translate('associate.submit')}
          busyLabel={translate('associate.busy')}
        />
      )}
    </OwnPage>
  )
}
