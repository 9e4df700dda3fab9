import { useEffect, useState } from 'react'
import {
  deletionDelayHours,
  deleteAccountRequest,
  keptAfterDeletion,
  type DeletionAsked,
} from '@connect/contract/rooms/account-profile'
import { issuesOf } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { forgetSession } from '../../../lib/session.ts'
import { useSend } from '../../../lib/use-send.ts'
import { HiddenUserId } from '../../../ui/user-id-input.tsx'
import { OwnPasswordField } from './own-password-field.tsx'
import { profileCopy } from './profile-copy.ts'
import { askForDeletion } from './profile.queries.ts'

/** Asking for the account to be deleted: what goes, what stays and why, and how long one may change one's mind. */
export function DeletePage() {
  const translate = useCopy(profileCopy)
  const [asked, setAsked] = useState<DeletionAsked>()
  // Outside of what only somebody signed in sees: nobody is, any more.
  if (asked) return <Leave asked={asked} />
  return (
    <OwnPage heading={translate('profile.delete.heading')}>
      {({ account }) => (
        <>
          <p>{translate('profile.delete.intro')}</p>
          <h2>{translate('profile.delete.what.heading')}</h2>
          <ol>
            <li>{translate('profile.delete.what.now')}</li>
            <li>{translate('profile.delete.what.delay', { hours: deletionDelayHours })}</li>
            <li>{translate('profile.delete.what.then')}</li>
          </ol>
          <h2>{translate('profile.delete.kept.heading')}</h2>
          <KeptList />
          <DeleteForm userId={account.userId} onAsked={setAsked} />
        </>
      )}
    </OwnPage>
  )
}

/** Leads to the page for whoever has asked. The service has ended every session, also this one. */
function Leave({ asked }: { readonly asked: DeletionAsked }) {
  const navigate = useNavigate()
  useEffect(() => {
    forgetSession()
    navigate(paths.deletionAsked, { state: asked, replace: true })
  }, [navigate, asked])
  return null
}

/** What stays after the deletion, each with why. */
export function KeptList() {
  const translate = useCopy(profileCopy)
  return (
    <ul>
      {keptAfterDeletion.map((kept) => (
        <li key={kept}>{translate(`profile.delete.kept.${kept}`)}</li>
      ))}
    </ul>
  )
}

interface DeleteFormProps {
  readonly userId: string
  readonly onAsked: (answer: DeletionAsked) => void
}

function DeleteForm({ userId, onAsked }: DeleteFormProps) {
  const translate = useCopy(profileCopy)
  const [password, setPassword] = useState('')
  const sending = useSend({
    check: () => (password === '' ? missing : issuesOf(deleteAccountRequest, { password })),
    send: async () => {
      const answer = await askForDeletion(password)
      if (answer.refusal) return answer.refusal
      onAsked(answer.data)
      return undefined
    },
  })
  const labels = { password: translate('profile.field.password') }
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      submitLabel={translate('profile.delete.action')}
      busyLabel={translate('profile.delete.working')}
    >
      <HiddenUserId userId={userId} />
      <OwnPasswordField
        name="password"
        label={labels.password}
        hint={translate('profile.field.password.hint')}
        errorOf={errorOf}
        value={password}
        onChange={setPassword}
      />
    </OwnForm>
  )
}

const missing = [{ pointer: '/password', code: 'field.required' }] as const
