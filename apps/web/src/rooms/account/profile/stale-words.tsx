import type { ReactNode } from 'react'
import type { Profile } from '@connect/contract/rooms/account-profile'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { newestEmail } from './newest-email.ts'
import { profileCopy } from './profile-copy.ts'
import './profile.css'

interface StaleWordsProps {
  /** Something was typed, and is still there. */
  readonly typed: boolean
  readonly children: ReactNode
}

/** Says that something was changed elsewhere, how it is now, and what to do about it. */
export function StaleWords({ typed, children }: StaleWordsProps) {
  const translate = useCopy(profileCopy)
  return (
    <>
      <p>{translate('profile.stale.lead')}</p>
      <dl className="stale-facts">{children}</dl>
      <p>{typed ? translate('profile.stale.kept') : translate('profile.stale.again')}</p>
    </>
  )
}

interface StaleEmailProps {
  readonly profile: Profile
  readonly typed?: boolean
}

/** As `StaleWords`, about the e-mail address. */
export function StaleEmail({ profile, typed = false }: StaleEmailProps) {
  const translate = useCopy(profileCopy)
  return (
    <StaleWords typed={typed}>
      <dt>{translate('profile.field.email')}</dt>
      <dd>{newestEmail(profile) ?? translate('profile.email.none')}</dd>
    </StaleWords>
  )
}
