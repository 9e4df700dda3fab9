import { useCallback, useState } from 'react'
import type { OwnCaseLink } from '@connect/contract/rooms/case-links'
import type { Answer } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { associateCopy } from '../associate/associate-copy.ts'
import { fetchOwnCases } from '../../../lib/own-cases.ts'
import { OwnLink } from './own-link.tsx'
import '../cases.css'

/** Everything that is associated with the account, with the way to remove it and to add more. */
export function LinksPage() {
  const translate = useCopy(associateCopy)
  return (
    <OwnPage heading={translate('links.heading')} back="my_account" lines={['client-information', 'tty']}>
      {() => <Links />}
    </OwnPage>
  )
}

function Links() {
  const translate = useCopy(associateCopy)
  const [removed, setRemoved] = useState<OwnCaseLink>()
  // The list is fetched anew once one is gone, and with it what the header knows.
  const fetchLinks = useCallback((): Promise<Answer<readonly OwnCaseLink[]>> => fetchOwnCases(), [])
  return (
    <>
      <FocusBox on={removed}>
        {removed && (
          <Alert kind="success">
            <p>{translate('links.removed')}</p>
          </Alert>
        )}
      </FocusBox>
      <LoadedView key={removed?.id ?? ''} fetch={fetchLinks}>
        {(links) =>
          links.length === 0 ? (
            <p>{translate('links.empty')}</p>
          ) : (
            <ul className="own-list">
              {links.map((link) => (
                <li key={link.id}>
                  <OwnLink link={link} onRemoved={setRemoved} />
                </li>
              ))}
            </ul>
          )
        }
      </LoadedView>
      <LinkButton to={paths.associateCase} variant="secondary" icon="arrow-right">
        {translate('links.add')}
      </LinkButton>
    </>
  )
}
