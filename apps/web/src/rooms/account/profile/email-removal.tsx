import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { ActionButton } from '../../../lib/own-pages/action-button.tsx'
import type { OpenedProfile } from './opened-profile.tsx'
import { profileCopy } from './profile-copy.ts'
import { StaleEmail } from './stale-words.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** Doing without e-mail. */
export function EmailRemoval({ opened }: { readonly opened: OpenedProfile }) {
  const translate = useCopy(profileCopy)
  const { sending, isStale } = useProfileChange(
    opened,
    () => ({ email: null }),
    () => 'email_removed',
  )
  const { email, pendingEmail } = opened.profile
  if (email === null && pendingEmail === null) return null
  return (
    <section className="own-part" aria-labelledby="email-removal">
      <h2 id="email-removal">{translate('profile.email.remove.heading')}</h2>
      <p>{translate('profile.email.remove.text')}</p>
      <ActionButton
        sending={sending}
        failureWords={isStale ? <StaleEmail profile={opened.profile} /> : undefined}
      >
        {translate('profile.email.remove.action')}
      </ActionButton>
    </section>
  )
}
