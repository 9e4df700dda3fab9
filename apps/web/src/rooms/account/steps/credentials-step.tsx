import type { SignupDraft } from '@connect/contract/flows/signup'
import { nameParts } from '@connect/contract/credentials/user-id'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { NewPasswordFields } from '../../../lib/new-password/new-password-fields.tsx'
import { StepPage } from '../../../wizard/step-page.tsx'
import { useStep } from '../../../wizard/use-step.ts'
import { accountCopy } from '../account-copy.ts'
import { alsoCheckCredentials } from '../also-check-credentials.ts'
import { signup, signupSubmission, takenUserIds } from '../signup.ts'
import { UserIdField } from '../user-id-field.tsx'
import { useUserIdCheck } from '../use-user-id-check.ts'

/** Step 2: user ID and password. */
export function CredentialsStep() {
  const translate = useCopy(accountCopy)
  const step = useStep(signup, 'credentials', { alsoCheck: alsoCheckCredentials })
  const { draft, answer } = step
  const { firstName = '', lastName = '', userId = '', password = '', passwordAgain = '' } = draft
  const state = useUserIdCheck(userId, { firstName, lastName }, takenUserIds)
  const labels = {
    userId: translate('account.field.user_id'),
    password: translate('account.field.password'),
    passwordAgain: translate('account.field.password_again'),
  }
  const issues = step.issues.map((issue) => withWhichName(issue, draft))
  const mayBeOwn = signupSubmission.mayBeOwn(userId)
  const { errorOf, summary } = useFormErrors(issues, labels, ownWords)

  function ownWords({ code }: RequestIssue): string | undefined {
    return code === 'user_id.taken' && mayBeOwn ? translate('account.user_id.perhaps_yours.error') : undefined
  }

  return (
    <StepPage
      step={step}
      heading={translate('account.credentials.heading')}
      errors={summary}
      introduction={<p>{translate('account.credentials.intro')}</p>}
    >
      <UserIdField
        userId={userId}
        state={state}
        mayBeOwn={mayBeOwn}
        error={errorOf('userId')}
        onChange={(typed) => {
          answer({ userId: typed })
        }}
        onSuggestion={(chosen) => {
          answer({ userId: chosen })
          step.forgive('/userId')
        }}
      />
      <NewPasswordFields
        password={password}
        passwordAgain={passwordAgain}
        userId={userId}
        labels={labels}
        errorOf={errorOf}
        onChange={answer}
      />
    </StepPage>
  )
}

/** Tells which of the two names a part is of, so that the words can say so. */
function withWhichName(issue: RequestIssue, { lastName = '' }: SignupDraft): RequestIssue {
  const part = issue.params?.['part']
  if (issue.code !== 'user_id.contains_name' || typeof part !== 'string') return issue
  return {
    ...issue,
    params: { ...issue.params, which: nameParts({ lastName }).includes(part) ? 'last' : 'first' },
  }
}
