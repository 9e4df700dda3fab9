import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Button } from '../../../ui/button.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { profileCopy } from './profile-copy.ts'
import type { OpenedProfile } from './opened-profile.tsx'
import { StaleEmail } from './stale-words.tsx'
import { useProfileChange } from './use-profile-change.ts'
import './profile.css'

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
      <FailureAlert failure={sending.failure}>
        {isStale ? <StaleEmail profile={opened.profile} /> : undefined}
      </FailureAlert>
      <Button
        variant="secondary"
        busy={sending.busy}
        busyLabel={translate('profile.saving')}
        onClick={sending.submit}
      >
        {translate('profile.email.remove.action')}
      </Button>
    </section>
  )
}
