import type { ReactNode } from 'react'
import type { Session } from '@connect/contract/rooms/session'
import type { ContactLineId } from '../contact/contact-lines.ts'
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
  /** The thing that the page is a part of, in a line above the heading. */
  readonly kicker?: string | undefined
  /** Where the way back leads: the profile unless told. */
  readonly back?: 'profile' | 'my_account' | 'none' | { readonly to: string; readonly words: string }
  /** Whom to call about it; MyAccount support unless told. */
  readonly lines?: readonly ContactLineId[]
  readonly children: (session: Session) => ReactNode
}

/** The frame of a page about one's own account: for whoever is signed in, with a way back and whom to call. */
export function OwnPage({ heading, kicker, back = 'profile', lines, children }: OwnPageProps) {
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
            {typeof back === 'object' && <BackLink to={back.to}>{back.words}</BackLink>}
            <PageHeading {...(kicker !== undefined && { kicker })}>{heading}</PageHeading>
            {children(session)}
            <PhoneHelp {...(lines && { lines })} />
          </div>
        </div>
      )}
    </RequireSession>
  )
}
