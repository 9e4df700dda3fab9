import { useState } from 'react'
import { secretQuestionCount } from '@connect/contract/credentials/secret-questions'
import { secretQuestionsChangeOf } from '@connect/contract/rooms/account-profile'
import type { Session } from '@connect/contract/rooms/session'
import { issuesOf } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { OwnForm } from '../../../lib/own-pages/own-form.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { questionRows, SecretQuestionRows, useQuestionLabels } from '../secret-question-rows.tsx'
import { OwnPasswordField } from './own-password-field.tsx'
import { profileCopy } from './profile-copy.ts'
import { putSecretQuestions } from './profile.queries.ts'
import type { DoneState } from './success-notice.tsx'
import '../account.css'

/** Choosing all secret questions anew. */
export function SecretQuestionsPage() {
  const translate = useCopy(profileCopy)
  return (
    <OwnPage heading={translate('profile.questions.heading', { count: secretQuestionCount })}>
      {({ account }) => <SecretQuestionsForm owner={account} />}
    </OwnPage>
  )
}

function SecretQuestionsForm({ owner }: { readonly owner: Session['account'] }) {
  const translate = useCopy(profileCopy)
  const navigate = useNavigate()
  const [currentPassword, setCurrentPassword] = useState('')
  const [rows, setRows] = useState(() => questionRows(undefined))
  const body = {
    currentPassword,
    secretQuestions: rows.map(({ questionId = '', answer = '' }) => ({ questionId, answer })),
  }
  const sending = useSend({
    check: () => issuesOf(secretQuestionsChangeOf(owner), body),
    send: async () => {
      const { refusal } = await putSecretQuestions(body)
      if (refusal !== undefined) return refusal
      const state: DoneState = { done: 'secret_questions' }
      navigate(paths.profile.overview, { state })
      return undefined
    },
  })
  const labels = {
    ...useQuestionLabels(rows),
    currentPassword: translate('profile.field.password'),
  }
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  return (
    <OwnForm
      sending={sending}
      errors={summary}
      introduction={
        <>
          <p>{translate('profile.questions.intro', { count: secretQuestionCount })}</p>
          <p>{translate('profile.questions.hint')}</p>
        </>
      }
    >
      <SecretQuestionRows rows={rows} labels={labels} errorOf={errorOf} onChange={setRows} />
      <OwnPasswordField
        name="currentPassword"
        label={labels.currentPassword}
        hint={translate('profile.field.password.hint')}
        errorOf={errorOf}
        value={currentPassword}
        onChange={setCurrentPassword}
      />
    </OwnForm>
  )
}
