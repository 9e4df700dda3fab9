import { useState } from 'react'
import type { Profile } from '@connect/contract/rooms/account-profile'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { EmailRemoval } from './email-removal.tsx'
import { EmailWaiting } from './email-waiting.tsx'
import { newestEmail } from './newest-email.ts'
import { OpenedProfilePage, type OpenedProfile } from './opened-profile.tsx'
import { profileCopy } from './profile-copy.ts'
import { StaleEmail } from './stale-words.tsx'
import type { Deed } from './success-notice.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** Changing the e-mail address, getting its link once more, and doing without one. */
export function EmailPage() {
  const translate = useCopy(profileCopy)
  return (
    <OpenedProfilePage heading={translate('profile.email.heading')}>
      {(opened) => (
        <>
          <EmailForm opened={opened} />
          <EmailWaiting opened={opened} />
          <EmailRemoval opened={opened} />
        </>
      )}
    </OpenedProfilePage>
  )
}

function EmailForm({ opened }: { readonly opened: OpenedProfile }) {
  const translate = useCopy(profileCopy)
  const [email, setEmail] = useState(newestEmail(opened.profile) ?? '')
  const { sending, isStale } = useProfileChange(
    opened,
    () => ({ email }),
    (changed) => deedOf(opened.profile, changed),
  )
  const labels = { email: translate('profile.field.email') }
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      failureWords={isStale ? <StaleEmail profile={opened.profile} typed /> : undefined}
      introduction={<p>{translate('profile.email.intro')}</p>}
    >
      <TextInput
        name="email"
        label={labels.email}
        error={errorOf('email')}
        required
        type="email"
        autoComplete="email"
        value={email}
        onChange={(event) => {
          setEmail(event.target.value)
        }}
      />
    </OwnForm>
  )
}

/** What was done, by what differs: each link that is sent works until another moment. */
function deedOf({ pendingEmail: before }: Profile, { pendingEmail: after }: Profile): Deed {
  if (after === null) return before === null ? 'email_same' : 'email_taken_back'
  return after.expiresAt === before?.expiresAt ? 'email_waits' : 'email_asked'
}
