import type { ReactNode } from 'react'
import type { Session } from '@connect/contract/rooms/session'
import { useCopy } from '../copy/use-copy.tsx'
import { paths } from '../paths.ts'
import { RequireSession } from '../require-session.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'
import './own-pages.css'

interface OwnPageProps {
  readonly heading: string
  /** Where the way back leads: the profile unless told. */
  readonly back?: 'profile' | 'my_account' | 'none'
  readonly children: (session: Session) => ReactNode
}

/** The frame of a page about one's own account: for whoever is signed in, with a way back and whom to call. */
export function OwnPage({ heading, back = 'profile', children }: OwnPageProps) {
  const translate = useCopy(ownPagesCopy)
  return (
    <RequireSession>
      {(session) => (
        <div className="page">
          <div className="measure">
            {back === 'profile' && (
              <BackLink to={paths.profile.overview}>{translate('own.back_to_profile')}</BackLink>
            )}
            {back === 'my_account' && (
              <BackLink to={paths.myAccount}>{translate('own.back_to_my_account')}</BackLink>
            )}
            <PageHeading>{heading}</PageHeading>
            {children(session)}
            <PhoneHelp />
          </div>
        </div>
      )}
    </RequireSession>
  )
}
