import { secretQuestionCount, secretQuestions } from '@connect/contract/credentials/secret-questions'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import type { FormErrors } from '../../lib/form-errors.tsx'
import { SelectField } from '../../ui/choices.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { accountCopy } from './account-copy.ts'
import { questionsLeftFor } from './question-choice.ts'

/** One question and its answer, as far as they are chosen. */
export interface QuestionRow {
  readonly questionId?: string
  readonly answer?: string
}

/** As many rows as an account has questions, filled with what there is. */
export function questionRows(chosen: readonly QuestionRow[] | undefined): readonly QuestionRow[] {
  return Array.from({ length: secretQuestionCount }, (_, index) => chosen?.[index] ?? {})
}

/** The names of the rows' fields, by the dotted path of their pointers. */
export function useQuestionLabels(rows: readonly QuestionRow[]): Record<string, string> {
  const translate = useCopy(accountCopy)
  return Object.fromEntries(
    rows.flatMap((_, index) => [
      [`secretQuestions.${index}.questionId`, translate('account.field.question', { number: index + 1 })],
      [`secretQuestions.${index}.answer`, translate('account.field.answer', { number: index + 1 })],
    ]),
  )
}

interface SecretQuestionRowsProps {
  readonly rows: readonly QuestionRow[]
  /** See `useQuestionLabels`. */
  readonly labels: Readonly<Record<string, string>>
  readonly errorOf: FormErrors['errorOf']
  readonly onChange: (rows: readonly QuestionRow[]) => void
}

/** The questions, each chosen once, and their answers. */
export function SecretQuestionRows({ rows, labels, errorOf, onChange }: SecretQuestionRowsProps) {
  const translate = useCopy(accountCopy)
  const language = useLanguage()
  const answerRow = (at: number, change: QuestionRow) => {
    onChange(rows.map((row, index) => (index === at ? { ...row, ...change } : row)))
  }
  return rows.map((row, index) => {
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
  })
}
