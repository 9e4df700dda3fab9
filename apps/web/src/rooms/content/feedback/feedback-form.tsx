import { useState } from 'react'
import type { RequestIssue } from '@connect/contract/shared/issues'
import { createSecurityCheck } from '../../../lib/captcha/security-check.ts'
import { SecurityCheckBox } from '../../../lib/captcha/security-check-box.tsx'
import { solveCaptcha } from '../../../lib/captcha/solve-captcha.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProblemWords } from '../../../lib/problem-words.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { RequiredNote } from '../../../ui/field.tsx'
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
import { createFeedbackSubmission, type FeedbackOutcome } from './send-feedback.ts'

const check = createSecurityCheck('feedback', solveCaptcha)
const send = createFeedbackSubmission({ post: postFeedback, newKey: () => crypto.randomUUID() })

interface FeedbackFormProps {
  readonly begun: FeedbackDraft
  readonly onReceived: (receipt: FeedbackReceipt) => void
}

/** The form; what is typed stays in this tab until the service has said that it has the message. */
export function FeedbackForm({ begun, onReceived }: FeedbackFormProps) {
  const translate = useCopy(feedbackCopy)
  const language = useLanguage()
  const [draft, setDraft] = useState(begun)
  const [issues, setIssues] = useState<readonly RequestIssue[]>([])
  const [failed, setFailed] = useState<Extract<FeedbackOutcome, { kind: 'failed' }>['refusal']>()
  const [checkIsDue, setCheckIsDue] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const [isSending, setSending] = useState(false)
  const { errorOf, summary } = useFormErrors(
    issues,
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

  function mend(found: readonly RequestIssue[]) {
    setIssues(found)
    setAttempt(attempt + 1)
  }

  async function submit() {
    if (isSending) return
    setFailed(undefined)
    const missing =
      checkIsDue && check.state() !== 'passed' ? [{ pointer: '/captcha', code: 'captcha.missing' }] : []
    const found = [...checkDraft(draft), ...missing]
    mend(found)
    if (found.length > 0) return
    setSending(true)
    const outcome = await send(toFeedbackRequest(draft, language), checkIsDue ? check.fresh : undefined)
    setSending(false)
    take(outcome)
  }

  function take(outcome: FeedbackOutcome) {
    switch (outcome.kind) {
      case 'received':
        check.reset()
        writeDraft(undefined)
        onReceived(outcome.receipt)
        return
      case 'mend':
        mend(outcome.issues)
        return
      case 'check':
        check.reset()
        setCheckIsDue(true)
        mend([{ pointer: '/captcha', code: 'captcha.missing' }])
        return
      case 'failed':
        setFailed(outcome.refusal)
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ErrorSummary errors={summary} attempt={attempt} />
      <RequiredNote />
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
      {checkIsDue && <SecurityCheckBox name="captcha" check={check} error={errorOf('captcha')} />}
      <AboutPage page={draft.page} />
      {failed && <Failed {...failed} />}
      <div className="button-row">
        <Button type="submit" busy={isSending} busyLabel={translate('feedback.sending')}>
          {translate('feedback.send')}
        </Button>
      </div>
    </form>
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

function Failed({
  code,
  params,
}: {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>> | undefined
}) {
  const translate = useCopy(feedbackCopy)
  const problemWords = useProblemWords()
  return (
    <Alert kind="error" title={translate('feedback.failed.title')} announce>
      <p>{problemWords({ code, params })}</p>
    </Alert>
  )
}
