import { useState, type ReactNode } from 'react'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { fetchProfile, type VersionedProfile } from './profile.queries.ts'

/** The profile that a page was opened with. */
export interface OpenedProfile extends VersionedProfile {
  /** The page has learned how the profile is now. */
  readonly renew: (newer: VersionedProfile) => void
}

interface WithOpenedProfileProps {
  readonly children: (opened: OpenedProfile) => ReactNode
}

/**
 * Opens a page with the profile. A version that only comes by itself, when the page is shown again after the session had
 * ended, is not taken over: what was changed meanwhile would be overwritten unseen.
 */
export function WithOpenedProfile({ children }: WithOpenedProfileProps) {
  return <LoadedView fetch={fetchProfile}>{(first) => <Opened first={first}>{children}</Opened>}</LoadedView>
}

function Opened({ first, children }: WithOpenedProfileProps & { readonly first: VersionedProfile }) {
  const [opened, renew] = useState(first)
  return children({ ...opened, renew })
}
