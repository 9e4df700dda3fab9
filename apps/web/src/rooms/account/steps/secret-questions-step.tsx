import { secretQuestionCount, secretQuestions } from '@connect/contract/credentials/secret-questions'
import type { SignupDraft } from '@connect/contract/flows/signup'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { SelectField } from '../../../ui/choices.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { StepPage } from '../../../wizard/step-page.tsx'
import { useStep } from '../../../wizard/use-step.ts'
import { accountCopy } from '../account-copy.ts'
import { questionsLeftFor } from '../question-choice.ts'
import { signup } from '../signup.ts'

type Row = NonNullable<SignupDraft['secretQuestions']>[number]

/** Step 3: five questions, each chosen once, and their answers. */
export function SecretQuestionsStep() {
  const translate = useCopy(accountCopy)
  const language = useLanguage()
  const step = useStep(signup, 'secret-questions')
  const rows: readonly Row[] = Array.from(
    { length: secretQuestionCount },
    (_, index) => step.draft.secretQuestions?.[index] ?? {},
  )
  const labels = Object.fromEntries(
    rows.flatMap((_, index) => [
      [`secretQuestions.${index}.questionId`, translate('account.field.question', { number: index + 1 })],
      [`secretQuestions.${index}.answer`, translate('account.field.answer', { number: index + 1 })],
    ]),
  )
  const { errorOf, summary } = useFormErrors(step.issues, labels)
  const answerRow = (at: number, change: Row) => {
    step.answer({ secretQuestions: rows.map((row, index) => (index === at ? { ...row, ...change } : row)) })
  }
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
      {rows.map((row, index) => {
        const question = `secretQuestions.${index}.questionId`
        const answer = `secretQuestions.${index}.answer`
        return (
          <div className="question" key={question}>
            <SelectField
              name={question}
              label={labels[question]}
              error={errorOf(question)}
              required
              emptyLabel={translate('account.questions.choose')}
              choices={questionsLeftFor(index, rows, secretQuestions).map(({ id, text }) => ({
                value: id,
                label: text[language],
              }))}
              value={row.questionId ?? ''}
              onChange={(event) => {
                answerRow(index, { questionId: event.target.value })
              }}
            />
            <TextInput
              name={answer}
              label={labels[answer]}
              // In full: on a phone the list above cuts it off.
              hint={secretQuestions.find(({ id }) => id === row.questionId)?.text[language]}
              error={errorOf(answer)}
              required
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              value={row.answer ?? ''}
              onChange={(event) => {
                answerRow(index, { answer: event.target.value })
              }}
            />
          </div>
        )
      })}
    </StepPage>
  )
}
