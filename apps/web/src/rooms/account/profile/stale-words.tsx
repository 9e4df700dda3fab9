import type { ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { profileCopy } from './profile-copy.ts'
import './profile.css'

/** Says that something was changed elsewhere, how it is now, and that what is typed is still there. */
export function StaleWords({ children }: { readonly children: ReactNode }) {
  const translate = useCopy(profileCopy)
  return (
    <>
      <p>{translate('profile.stale.lead')}</p>
      <dl className="stale-facts">{children}</dl>
      <p>{translate('profile.stale.kept')}</p>
    </>
  )
}
