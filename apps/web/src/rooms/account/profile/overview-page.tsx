import type { Profile } from '@connect/contract/rooms/account-profile'
import { languageNames } from '../../../lib/copy/language.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords, momentInWords } from '../../../lib/dates.ts'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { Card, CardGrid } from '../../../ui/card.tsx'
import { Answer, AnswerList } from '../../../wizard/answer-list.tsx'
import { profileCopy } from './profile-copy.ts'
import { fetchProfile } from './profile.queries.ts'
import { SuccessNotice } from './success-notice.tsx'
import './profile.css'

/** What is known of a person's account, and the ways to change each of it. */
export function OverviewPage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.overview.heading')} back="my_account">
      {() => (
        <>
          <SuccessNotice />
          <LoadedView fetch={fetchProfile}>{({ profile }) => <Facts profile={profile} />}</LoadedView>
          <Ways />
        </>
      )}
    </OwnPage>
  )
}

function Facts({ profile }: { readonly profile: Profile }) {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  return (
    <>
      <AnswerList>
        <Answer label={translate('profile.overview.name')} path={paths.profile.name}>
          {profile.firstName} {profile.lastName}
        </Answer>
        <Answer label={translate('profile.field.email')} path={paths.profile.email}>
          <Email profile={profile} />
        </Answer>
        <Answer label={translate('profile.overview.language')} path={paths.profile.language}>
          <span lang={profile.locale}>{languageNames[profile.locale]}</span>
        </Answer>
        <Answer label={translate('profile.overview.user_id')}>{profile.userId}</Answer>
      </AnswerList>
      <p className="field-hint">
        {translate('profile.overview.user_id_stays', { date: dateInWords(profile.createdAt, language) })}
      </p>
    </>
  )
}

/** The address, with what has been confirmed of it. */
function Email({ profile }: { readonly profile: Profile }) {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  const { email, emailConfirmed, pendingEmail } = profile
  return (
    <>
      <p className="email-state">
        {email ?? translate('profile.email.none')}
        {email !== null && (
          <span className="field-hint">
            {emailConfirmed ? translate('profile.email.confirmed') : translate('profile.email.unconfirmed')}
          </span>
        )}
      </p>
      {pendingEmail !== null && pendingEmail.email !== email && (
        <p className="email-state">
          {pendingEmail.email}
          <span className="field-hint">
            {translate('profile.email.pending', { moment: momentInWords(pendingEmail.expiresAt, language) })}
          </span>
        </p>
      )}
    </>
  )
}

/** Everything else that one may do with the account. */
function Ways() {
  const translate = useCopy(profileCopy)
  return (
    <>
      <section className="own-part">
        <h2>{translate('profile.overview.security')}</h2>
        <CardGrid>
          <Card to={paths.password} icon="lock" title={translate('profile.overview.password')} />
          <Card
            to={paths.secretQuestions}
            icon="question"
            title={translate('profile.overview.secret_questions')}
          />
          <Card to={paths.activity} icon="information" title={translate('profile.overview.activity')} />
          <Card to={paths.devices} icon="device" title={translate('profile.overview.devices')} />
        </CardGrid>
      </section>
      <section className="own-part">
        <h2>{translate('profile.overview.data')}</h2>
        <CardGrid>
          <Card to={paths.exportAccount} icon="document" title={translate('profile.overview.export')} />
          <Card to={paths.deleteAccount} icon="warning" title={translate('profile.overview.delete')} />
        </CardGrid>
      </section>
    </>
  )
}
