import { Link } from '../../../lib/navigation/link.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { paths } from '../../../lib/paths.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { StepPage } from '../../../wizard/step-page.tsx'
import { useStep } from '../../../wizard/use-step.ts'
import { accountCopy } from '../account-copy.ts'
import { NameFields } from '../name-fields.tsx'
import { signup } from '../signup.ts'

/** Step 1: names and, if one likes, an e-mail address. */
export function NameStep() {
  const translate = useCopy(accountCopy)
  const step = useStep(signup, 'name')
  const { draft, answer } = step
  const labels = {
    firstName: translate('account.field.first_name'),
    lastName: translate('account.field.last_name'),
    email: translate('account.field.email'),
  }
  const { errorOf, summary } = useFormErrors(step.issues, labels)
  return (
    <StepPage
      step={step}
      heading={translate('account.name.heading')}
      errors={summary}
      introduction={
        <>
          <p>{translate('account.name.intro')}</p>
          <p>
            {translate('account.name.have_account')}{' '}
            <Link to={paths.signIn}>{translate('account.name.sign_in')}</Link>
          </p>
        </>
      }
    >
      <NameFields
        names={{ firstName: draft.firstName ?? '', lastName: draft.lastName ?? '' }}
        labels={labels}
        errorOf={errorOf}
        onChange={answer}
      />
      <TextInput
        name="email"
        label={labels.email}
        hint={translate('account.field.email.hint')}
        error={errorOf('email')}
        type="email"
        autoComplete="email"
        value={draft.email ?? ''}
        onChange={(event) => {
          answer({ email: event.target.value })
        }}
      />
    </StepPage>
  )
}
