import { useState, type ReactNode } from 'react'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { fetchProfile, type VersionedProfile } from './profile.queries.ts'

/** The profile that a page was opened with. */
export interface OpenedProfile extends VersionedProfile {
  /** The page has learned how the profile is now. */
  readonly renew: (newer: VersionedProfile) => void
}

interface OpenedProfilePageProps {
  readonly heading: string
  readonly children: (opened: OpenedProfile) => ReactNode
}

/**
 * A page that opens with the profile, to change some of it. A version that only comes by itself, when the page is shown
 * again after the session had ended, is not taken over: what was changed meanwhile would be overwritten unseen.
 */
export function OpenedProfilePage({ heading, children }: OpenedProfilePageProps) {
  return (
    <OwnPage heading={heading}>
      {() => (
        <LoadedView fetch={fetchProfile}>{(first) => <Opened first={first}>{children}</Opened>}</LoadedView>
      )}
    </OwnPage>
  )
}

interface OpenedProps extends Pick<OpenedProfilePageProps, 'children'> {
  readonly first: VersionedProfile
}

function Opened({ first, children }: OpenedProps) {
  const [opened, renew] = useState(first)
  return children({ ...opened, renew })
}
