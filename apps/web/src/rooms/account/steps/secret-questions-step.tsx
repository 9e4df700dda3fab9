import { secretQuestionCount } from '@connect/contract/credentials/secret-questions'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { StepPage } from '../../../wizard/step-page.tsx'
import { useStep } from '../../../wizard/use-step.ts'
import { accountCopy } from '../account-copy.ts'
import { questionRows, SecretQuestionRows, useQuestionLabels } from '../secret-question-rows.tsx'
import { signup } from '../signup.ts'

/** Step 3: five questions, each chosen once, and their answers. */
export function SecretQuestionsStep() {
  const translate = useCopy(accountCopy)
  const step = useStep(signup, 'secret-questions')
  const rows = questionRows(step.draft.secretQuestions)
  const labels = useQuestionLabels(rows)
  const { errorOf, summary } = useFormErrors(step.issues, labels)
  return (
    <StepPage
      step={step}
      heading={translate('account.questions.heading', { count: secretQuestionCount })}
      errors={summary}
      introduction={
        <>
          <p>{translate('account.questions.intro')}</p>
          <p>{translate('account.questions.hint')}</p>
        </>
      }
    >
      <SecretQuestionRows
        rows={rows}
        labels={labels}
        errorOf={errorOf}
        onChange={(changed) => {
          step.answer({ secretQuestions: changed })
        }}
      />
    </StepPage>
  )
}
