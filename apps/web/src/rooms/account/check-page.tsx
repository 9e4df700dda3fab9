import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Navigate } from '../../lib/navigation/link.tsx'
import { useNavigate } from '../../lib/navigation/navigation.tsx'
import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import { foldUserId } from '@connect/contract/credentials/user-id'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { paths } from '../../lib/paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { Answer, AnswerList } from '../../wizard/answer-list.tsx'
import { CancelButton } from '../../wizard/cancel-button.tsx'
import { detourFrom, pathBack, shareOut } from '../../wizard/wizard.ts'
import { accountCopy } from './account-copy.ts'
import type { Outcome, Progress } from './create-account.ts'
import type { CreatedState } from './done-page.tsx'
import { signup, signupSubmission, takenUserIds } from './signup.ts'
import { SubmissionFailure, SubmissionProgress } from './submission-words.tsx'

/** Every answer once more, and the button that creates the account. Secrets are never shown. */
export function CheckPage() {
  const translate = useCopy(accountCopy)
  const language = useLanguage()
  const navigate = useNavigate()
  const draft = useSyncExternalStore(signup.drafts.subscribe, signup.drafts.get)
  const [detour] = useState(() => detourFrom(signup, undefined))
  const [progress, setProgress] = useState<Progress | undefined>()
  const [failure, setFailure] = useState<Extract<Outcome, { kind: 'failed' }> | undefined>()
  // A second press comes before the page is drawn again.
  const isSending = useRef(false)
  const isShown = useRef(false)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  if (detour) return <Navigate to={detour.path} state={detour.state} replace />

  const create = async () => {
    if (isSending.current) return
    isSending.current = true
    setFailure(undefined)
    const outcome = await signupSubmission.submit(signup.drafts.get(), language, setProgress)
    isSending.current = false
    setProgress(undefined)
    if (outcome.kind === 'created') {
      const { userId, createdAt } = outcome.account
      const state: CreatedState = { userId, createdAt }
      signup.leave()
      navigate(paths.createAccount.done, { state, replace: true })
      return
    }
    // Whoever went back meanwhile is not torn away; pressing the button again tells the same.
    if (outcome.kind === 'forgotten' || !isShown.current) return
    if (outcome.kind === 'mend') {
      for (const issue of outcome.issues) {
        if (issue.code === 'user_id.taken') takenUserIds.add(foldUserId(draft.userId ?? ''))
      }
      const first = shareOut(signup, outcome.issues)
      if (first) navigate(first.path, { state: first.state })
      else setFailure({ kind: 'failed', reason: 'server', minutes: 0 })
    } else {
      setFailure(outcome)
    }
  }

  const chosen = (draft.secretQuestions ?? []).flatMap(({ questionId }) =>
    secretQuestions.filter(({ id }) => id === questionId),
  )
  const email = draft.email?.trim() ?? ''
  const back = pathBack(signup, undefined, {})
  const isUnsure = failure !== undefined && signupSubmission.mayHaveArrived()
  const isBusy = progress !== undefined
  return (
    <div className="page">
      {back !== null && <BackLink to={back} />}
      <PageHeading>{translate('account.check.heading')}</PageHeading>
      <SubmissionFailure failure={failure} unsureOf={isUnsure ? draft.userId : undefined} />
      {!isUnsure && <p className="measure">{translate('account.check.intro')}</p>}
      <AnswerList>
        <Answer label={translate('account.check.name')} path={paths.createAccount.name}>
          {draft.firstName} {draft.lastName}
        </Answer>
        <Answer label={translate('account.check.email')} path={paths.createAccount.name}>
          {email === '' ? translate('account.check.no_email') : email}
        </Answer>
        <Answer label={translate('account.check.user_id')} path={paths.createAccount.credentials}>
          {draft.userId}
        </Answer>
        <Answer label={translate('account.check.password')} path={paths.createAccount.credentials}>
          {translate('account.check.password_hidden')}
        </Answer>
        <Answer label={translate('account.check.questions')} path={paths.createAccount.secretQuestions}>
          <ol>
            {chosen.map(({ id, text }) => (
              <li key={id}>{text[language]}</li>
            ))}
          </ol>
          <p>{translate('account.check.answers_hidden')}</p>
        </Answer>
        <Answer label={translate('account.check.agreement')} path={paths.createAccount.agreement}>
          {translate('account.check.agreement_accepted', { version: draft.agreement?.version ?? '' })}
        </Answer>
      </AnswerList>
      <SubmissionProgress progress={progress} />
      <div className="button-row">
        <Button busy={isBusy} busyLabel={translate('account.check.submitting')} onClick={() => void create()}>
          {translate('account.check.submit')}
        </Button>
        {!isBusy && <CancelButton onCancel={signup.leave} mayHaveArrived={signup.mayHaveArrived} />}
      </div>
      <PhoneHelp />
    </div>
  )
}
