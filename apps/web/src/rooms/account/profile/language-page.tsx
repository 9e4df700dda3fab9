import { useState } from 'react'
import { locales, type Locale } from '@connect/contract/shared/text'
import { chooseLanguage, languageNames } from '../../../lib/copy/language.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { OpenedProfilePage, type OpenedProfile } from './opened-profile.tsx'
import { profileCopy } from './profile-copy.ts'
import { StaleWords } from './stale-words.tsx'
import type { Deed } from './success-notice.tsx'
import { useProfileChange } from './use-profile-change.ts'

/** Choosing the language in which one is written to. */
export function LanguagePage() {
  const translate = useCopy(profileCopy)
  return (
    <OpenedProfilePage heading={translate('profile.language.heading')}>
      {(opened) => <LanguageForm opened={opened} />}
    </OpenedProfilePage>
  )
}

function LanguageForm({ opened }: { readonly opened: OpenedProfile }) {
  const translate = useCopy(profileCopy)
  const [locale, setLocale] = useState<Locale>(opened.profile.locale)
  const { sending, isStale } = useProfileChange(
    opened,
    () => ({ locale }),
    async (changed): Promise<Deed> => {
      // Whoever wants letters in a language reads the site in it, too. Without its words the page stays as it is.
      await chooseLanguage(changed.locale).catch(() => undefined)
      return 'language'
    },
  )
  const labels = { locale: translate('profile.language.label') }
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      failureWords={
        isStale ? (
          <StaleWords typed>
            <dt>{labels.locale}</dt>
            <dd lang={opened.profile.locale}>{languageNames[opened.profile.locale]}</dd>
          </StaleWords>
        ) : undefined
      }
      introduction={<p>{translate('profile.language.intro')}</p>}
      hasRequiredFields={false}
    >
      <RadioGroup
        name="locale"
        label={labels.locale}
        error={errorOf('locale')}
        choices={locales.map((tag) => ({
          value: tag,
          label: <span lang={tag}>{languageNames[tag]}</span>,
        }))}
        value={locale}
        onChange={(event) => {
          const chosen = locales.find((tag) => tag === event.target.value)
          if (chosen) setLocale(chosen)
        }}
      />
    </OwnForm>
  )
}
