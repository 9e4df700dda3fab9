import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { KeptList } from './delete-page.tsx'
import { profileCopy } from './profile-copy.ts'

/** After asking for deletion: until when one may change one's mind, and how. Nobody is signed in here. */
export function DeletionAskedPage() {
  const translate = useCopy(profileCopy)
  const deletionDueAt = readDueAt(usePlace().state)
  const isAsked = deletionDueAt !== undefined
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>
          {translate(isAsked ? 'profile.deletion_asked.heading' : 'profile.delete.heading')}
        </PageHeading>
        {isAsked ? <Asked deletionDueAt={deletionDueAt} /> : <NothingAsked />}
        <div className="button-row">
          <LinkButton to={paths.home}>{translate('to_home')}</LinkButton>
          <LinkButton to={paths.signIn} variant="secondary">
            {translate('profile.deletion_asked.sign_in')}
          </LinkButton>
        </div>
        <PhoneHelp />
      </div>
    </div>
  )
}

function Asked({ deletionDueAt }: { readonly deletionDueAt: string }) {
  const translate = useCopy(profileCopy)
  const language = useLanguage()
  return (
    <>
      <Alert kind="success">
        <p>{translate('profile.deletion_asked.when', { moment: momentInWords(deletionDueAt, language) })}</p>
      </Alert>
      <p>{translate('profile.deletion_asked.signed_out')}</p>
      <h2>{translate('profile.deletion_asked.back.heading')}</h2>
      <p>{translate('profile.deletion_asked.back.text')}</p>
      <h2>{translate('profile.delete.kept.heading')}</h2>
      <KeptList />
    </>
  )
}

/** For whoever comes by the address alone. */
function NothingAsked() {
  const translate = useCopy(profileCopy)
  return (
    <Alert kind="information">
      <p>{translate('profile.deletion_asked.missing')}</p>
    </Alert>
  )
}

function readDueAt(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('deletionDueAt' in state)) return undefined
  return typeof state.deletionDueAt === 'string' ? state.deletionDueAt : undefined
}
