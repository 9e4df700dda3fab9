import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { ActionButton } from '../../../lib/own-pages/action-button.tsx'
import { useSend } from '../../../lib/use-send.ts'
import type { OpenedProfile } from './opened-profile.tsx'
import { profileCopy } from './profile-copy.ts'
import { fetchProfile, sendConfirmationAgain } from './profile.queries.ts'
import { StaleEmail } from './stale-words.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** An address that waits for its link to be opened: how to get the link again, and how to stay with the old address. */
export function EmailWaiting({ opened }: { readonly opened: OpenedProfile }) {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  const { email, emailConfirmed, pendingEmail } = opened.profile
  const again = useSend({
    send: async () => {
      const { refusal } = await sendConfirmationAgain()
      // Another link makes another version, and tells until when it works.
      const now = await fetchProfile()
      if (!now.refusal) opened.renew(now.data)
      return refusal
    },
    stays: true,
  })
  if (pendingEmail === null && (emailConfirmed || email === null)) return null
  const isSent = again.attempt > 0 && again.failure === undefined && again.issues.length === 0
  return (
    <section className="own-part" aria-labelledby="email-waiting">
      <h2 id="email-waiting">{translate('profile.email.waiting.heading')}</h2>
      <p>{translate('profile.email.waiting.text')}</p>
      {pendingEmail !== null && (
        <p>
          {translate('profile.email.waiting.until', {
            moment: momentInWords(pendingEmail.expiresAt, language),
          })}
        </p>
      )}
      <div role="status">{isSent && !again.busy && <p>{translate('profile.email.waiting.sent')}</p>}</div>
      <ActionButton sending={again} icon="mail" busyLabel={translate('profile.email.waiting.sending')}>
        {translate('profile.email.waiting.send')}
      </ActionButton>
      {pendingEmail !== null && email !== null && pendingEmail.email !== email && (
        <TakeBack opened={opened} email={email} />
      )}
    </section>
  )
}

/** Stays with the address that was in use before. */
function TakeBack({ opened, email }: { readonly opened: OpenedProfile; readonly email: string }) {
  const translate = useCopy(profileCopy)
  const { sending, isStale } = useProfileChange(
    opened,
    () => ({ email }),
    () => 'email_taken_back',
  )
  return (
    <section className="own-part">
      <h3>{translate('profile.email.take_back.heading')}</h3>
      <p>{translate('profile.email.take_back.text', { email })}</p>
      <ActionButton
        sending={sending}
        failureWords={isStale ? <StaleEmail profile={opened.profile} /> : undefined}
      >
        {translate('profile.email.take_back.action')}
      </ActionButton>
    </section>
  )
}
