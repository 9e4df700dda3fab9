import { useState } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import type { Refusal } from '../../../lib/api.ts'
import { createSecurityCheck } from '../../../lib/captcha/security-check.ts'
import { SecurityCheckBox } from '../../../lib/captcha/security-check-box.tsx'
import { solveCaptcha } from '../../../lib/captcha/solve-captcha.ts'
import { useDueCheck } from '../../../lib/captcha/use-due-check.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProblemWords } from '../../../lib/problem-words.ts'
import { useSend } from '../../../lib/use-send.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { FailureBox } from '../../../ui/failure-box.tsx'
import { SentForm } from '../../../ui/sent-form.tsx'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import { feedbackCopy } from '../content.copy.ts'
import { postFeedback, type FeedbackReceipt } from '../content.queries.ts'
import {
  checkDraft,
  longestMessage,
  toFeedbackRequest,
  topics,
  writeDraft,
  type FeedbackDraft,
} from './feedback-draft.ts'
import { createFeedbackSubmission } from './send-feedback.ts'

const check = createSecurityCheck('feedback', solveCaptcha)
const send = createFeedbackSubmission({ post: postFeedback })

interface FeedbackFormProps {
  readonly begun: FeedbackDraft
  readonly onReceived: (receipt: FeedbackReceipt) => void
}

/** The form; what is typed stays in this tab until the service has said that it has the message. */
export function FeedbackForm({ begun, onReceived }: FeedbackFormProps) {
  const translate = useCopy(feedbackCopy)
  const language = useLanguage()
  const [draft, setDraft] = useState(begun)
  const { isDue, issues, heed } = useDueCheck(check)
  const sending = useSend({
    check: () => [...checkDraft(draft), ...issues()],
    send: async () => {
      const request = toFeedbackRequest(draft, language)
      const answer = heed(await send(request, isDue ? check.fresh : undefined))
      if (answer.refusal) return answer.refusal
      check.reset()
      writeDraft(undefined)
      onReceived(answer.data)
      return undefined
    },
  })
  const { errorOf, summary } = useFormErrors(
    sending.issues,
    {
      topic: translate('feedback.topic.short'),
      message: translate('feedback.message.short'),
      email: translate('feedback.email.short'),
      captcha: translate('feedback.captcha.short'),
    },
    ownWords,
  )

  function ownWords({ pointer, code }: RequestIssue): string | undefined {
    if (pointer === '/topic') return translate('feedback.error.topic')
    if (pointer === '/message' && code === 'field.required') return translate('feedback.error.message')
    if (pointer === '/email' && code === 'email.format') return translate('feedback.error.email')
    if (pointer === '/captcha') return translate('feedback.captcha_due')
    return undefined
  }

  function change(part: Partial<FeedbackDraft>) {
    const next = { ...draft, ...part }
    setDraft(next)
    writeDraft(next)
  }

  return (
    <SentForm
      sending={sending}
      errors={summary}
      failure={<Failed failure={sending.failure} />}
      submitLabel={translate('feedback.send')}
      busyLabel={translate('feedback.sending')}
    >
      <RadioGroup
        name="topic"
        label={translate('feedback.topic.label')}
        error={errorOf('topic')}
        required
        value={draft.topic}
        choices={topics.map((value) => ({ value, label: translate(`feedback.topic.${value}`) }))}
        onChange={(event) => {
          change({ topic: topics.find((topic) => topic === event.target.value) ?? '' })
        }}
      />
      <TextArea
        name="message"
        label={translate('feedback.message.label')}
        hint={translate('feedback.message.hint')}
        error={errorOf('message')}
        required
        value={draft.message}
        onChange={(event) => {
          change({ message: event.target.value })
        }}
        describedBy="message-length"
      />
      <MessageLength length={draft.message.trim().length} />
      <TextInput
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        label={translate('feedback.email.label')}
        hint={translate('feedback.email.hint')}
        error={errorOf('email')}
        value={draft.email}
        onChange={(event) => {
          change({ email: event.target.value })
        }}
      />
      {isDue && <SecurityCheckBox name="captcha" check={check} error={errorOf('captcha')} />}
      <AboutPage page={draft.page} />
    </SentForm>
  )
}

/** How many characters are left, told once the end is near. */
function MessageLength({ length }: { readonly length: number }) {
  const translate = useCopy(feedbackCopy)
  const left = longestMessage - length
  return (
    <p id="message-length" className="field-hint message-length" role="status">
      {left < 0 && translate('feedback.message.over', { count: -left })}
      {left >= 0 && left <= 400 && translate('feedback.message.left', { count: left })}
    </p>
  )
}

function AboutPage({ page }: { readonly page: string }) {
  const translate = useCopy(feedbackCopy)
  if (page === paths.feedback) return null
  return (
    <p className="field-hint">
      {translate('feedback.page.label', { page })}
      <br />
      {translate('feedback.page.note')}
    </p>
  )
}

function Failed({ failure }: { readonly failure: Refusal | undefined }) {
  const translate = useCopy(feedbackCopy)
  const problemWords = useProblemWords()
  if (!failure) return null
  return (
    <FailureBox failure={failure} title={translate('feedback.failed.title')}>
      <p>{problemWords(failure)}</p>
    </FailureBox>
  )
}
