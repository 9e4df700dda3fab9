import { useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { WithOpenedProfile, type OpenedProfile } from './opened-profile.tsx'
import { profileCopy } from './profile-copy.ts'
import { StaleWords } from './stale-words.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** Changing first and last name. */
export function NamePage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.name.heading')}>
      {() => <WithOpenedProfile>{(opened) => <NameForm opened={opened} />}</WithOpenedProfile>}
    </OwnPage>
  )
}

function NameForm({ opened }: { readonly opened: OpenedProfile }) {
  const translate = useCopy(profileCopy)
  const [firstName, setFirstName] = useState(opened.profile.firstName)
  const [lastName, setLastName] = useState(opened.profile.lastName)
  const { sending, isStale } = useProfileChange(
    opened,
    () => ({ firstName, lastName }),
    () => 'name',
  )
  const labels = {
    firstName: translate('profile.field.first_name'),
    lastName: translate('profile.field.last_name'),
  }
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      failureWords={
        isStale ? (
          <StaleWords typed>
            <dt>{labels.firstName}</dt>
            <dd>{opened.profile.firstName}</dd>
            <dt>{labels.lastName}</dt>
            <dd>{opened.profile.lastName}</dd>
          </StaleWords>
        ) : undefined
      }
      introduction={<p>{translate('profile.name.intro')}</p>}
    >
      <TextInput
        name="firstName"
        label={labels.firstName}
        error={errorOf('firstName')}
        required
        autoComplete="given-name"
        value={firstName}
        onChange={(event) => {
          setFirstName(event.target.value)
        }}
      />
      <TextInput
        name="lastName"
        label={labels.lastName}
        error={errorOf('lastName')}
        required
        autoComplete="family-name"
        value={lastName}
        onChange={(event) => {
          setLastName(event.target.value)
        }}
      />
    </OwnForm>
  )
}
