import { useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { NameFields } from '../name-fields.tsx'
import { OpenedProfilePage, type OpenedProfile } from './opened-profile.tsx'
import { profileCopy } from './profile-copy.ts'
import { StaleWords } from './stale-words.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** Changing first and last name. */
export function NamePage() {
  const translate = useCopy(profileCopy)
  return (
    <OpenedProfilePage heading={translate('profile.name.heading')}>
      {(opened) => <NameForm opened={opened} />}
    </OpenedProfilePage>
  )
}

function NameForm({ opened }: { readonly opened: OpenedProfile }) {
  const translate = useCopy(profileCopy)
  const { firstName, lastName } = opened.profile
  const [names, setNames] = useState({ firstName, lastName })
  const { sending, isStale } = useProfileChange(
    opened,
    () => names,
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
            <dd>{firstName}</dd>
            <dt>{labels.lastName}</dt>
            <dd>{lastName}</dd>
          </StaleWords>
        ) : undefined
      }
      introduction={<p>{translate('profile.name.intro')}</p>}
    >
      <NameFields
        names={names}
        labels={labels}
        errorOf={errorOf}
        onChange={(typed) => {
          setNames({ ...names, ...typed })
        }}
      />
    </OwnForm>
  )
}
