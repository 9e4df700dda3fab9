import { useState } from 'react'
import { secretAnswerLength, secretQuestions } from '@connect/contract/credentials/secret-questions'
import type { Recovery } from '@connect/contract/rooms/recovery'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { useFormErrors } from '../../lib/form-errors.tsx'
import { useNavigate } from '../../lib/navigation/navigation.tsx'
import { paths } from '../../lib/paths.ts'
import { useSend } from '../../lib/use-send.ts'
import { SentForm } from '../../ui/sent-form.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { AnswersFailure } from './answers-failure.tsx'
import { recoveryCopy } from './recovery-copy.ts'
import { endRecovery, keepToken, recoveryState } from './recovery-state.ts'
import { postAnswers } from './recovery.queries.ts'
import { BeginAnew, CancelLink, StepFrame } from './step-frame.tsx'

/** Step 2: all five questions on one page. */
export function QuestionsPage() {
  const translate = useCopy(recoveryCopy)
  const [recovery] = useState(recoveryState().recovery)
  return recovery ? (
    <Questions recovery={recovery} />
  ) : (
    <BeginAnew heading={translate('recovery.questions.heading')} />
  )
}

/** The answers live in this component alone: leaving the page forgets them. */
function Questions({ recovery }: { readonly recovery: Recovery }) {
  const translate = useCopy(recoveryCopy)
  const language = useLanguage()
  const navigate = useNavigate()
  const [answers, setAnswers] = useState<readonly string[]>(recovery.questions.map(() => ''))
  const sending = useSend({
    check: () => answers.flatMap(issuesOf),
    send: async () => {
      const given = recovery.questions.map(({ questionId }, index) => ({
        questionId,
        answer: answers[index] ?? '',
      }))
      const answer = await postAnswers(recovery.id, { answers: given })
      if (answer.refusal?.code === 'resource.not_found') {
        endRecovery()
        navigate(paths.recover.begin, { replace: true })
        return undefined
      }
      if (answer.refusal) return answer.refusal
      keepToken(answer.data.resetToken)
      navigate(paths.recover.password)
      return undefined
    },
  })
  const questions = recovery.questions.map(
    ({ questionId }) => secretQuestions.find(({ id }) => id === questionId)?.text[language] ?? questionId,
  )
  const labels = Object.fromEntries(questions.map((question, index) => [nameOf(index), question]))
  const { errorOf, summary } = useFormErrors(sending.issues, labels)
  return (
    <StepFrame step={2} back={paths.recover.begin} heading={translate('recovery.questions.heading')}>
      <SentForm
        sending={sending}
        errors={summary}
        failure={<AnswersFailure failure={sending.failure} />}
        introduction={
          <>
            <p>{translate('recovery.questions.intro')}</p>
            <p>{translate('recovery.questions.forgiving')}</p>
          </>
        }
        isSecret
        submitLabel={translate('continue')}
        busyLabel={translate('recovery.questions.sending')}
        wayOut={<CancelLink />}
      >
        {questions.map((question, index) => (
          <TextInput
            key={nameOf(index)}
            name={nameOf(index)}
            label={question}
            error={errorOf(nameOf(index))}
            required
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            value={answers[index] ?? ''}
            onChange={(event) => {
              setAnswers(answers.with(index, event.target.value))
            }}
          />
        ))}
      </SentForm>
    </StepFrame>
  )
}

function nameOf(index: number): string {
  return `answers.${index}.answer`
}

function issuesOf(answer: string, index: number): RequestIssue[] {
  const pointer = `/answers/${index}/answer`
  const { max } = secretAnswerLength
  if (answer.trim() === '') return [{ pointer, code: 'secret_answer.required' }]
  return [...answer].length > max ? [{ pointer, code: 'secret_answer.too_long', params: { max } }] : []
}
