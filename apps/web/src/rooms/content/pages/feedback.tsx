import { useState } from 'react'
import { Link } from '../../../lib/navigation/link.tsx'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { feedbackCopy } from '../content.copy.ts'
import type { FeedbackReceipt } from '../content.queries.ts'
import { readDraft, topics, type FeedbackDraft } from '../feedback/feedback-draft.ts'
import { FeedbackForm } from '../feedback/feedback-form.tsx'
import { InformationPage, InformationSection } from '../information.tsx'

/** Takes what people have to say about the portal. */
export function FeedbackPage() {
  const translate = useCopy(feedbackCopy)
  const begun = useBegunDraft()
  const [receipt, setReceipt] = useState<FeedbackReceipt>()
  if (receipt) {
    return (
      <Received
        receipt={receipt}
        page={begun.page}
        again={() => {
          setReceipt(undefined)
        }}
      />
    )
  }
  return (
    <InformationPage title={translate('feedback.title')} lead={translate('feedback.lead')}>
      <FeedbackForm begun={begun} onReceived={setReceipt} />
      <PhoneHelp lines={['client-information', 'myaccount-support']} />
    </InformationPage>
  )
}

/** What was typed before, the page that one came from, and the topic that a link asks for. */
function useBegunDraft(): FeedbackDraft {
  const { state, search } = usePlace()
  const typed = readDraft()
  const from = cameFrom(state)
  const asked = topics.find((topic) => topic === new URLSearchParams(search).get('topic'))
  return { ...typed, page: from ?? typed.page, topic: typed.topic === '' ? (asked ?? '') : typed.topic }
}

/** The path that the link to this page left in the history's state, if it did. */
function cameFrom(state: unknown): string | undefined {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined
  return typeof from === 'string' && from.startsWith('/') && from !== '/feedback' ? from : undefined
}

interface ReceivedProps {
  readonly receipt: FeedbackReceipt
  readonly page: string
  readonly again: () => void
}

/** Shown only after the service has said that it has the message. */
function Received({ receipt, page, again }: ReceivedProps) {
  const translate = useCopy(feedbackCopy)
  const date = dateInWords(receipt.receivedAt, useLanguage())
  return (
    <div className="page">
      <PageHeading>{translate('feedback.done.title')}</PageHeading>
      <p>{translate('feedback.done.text', { date })}</p>
      <dl className="description">
        <div>
          <dt>{translate('feedback.done.number')}</dt>
          <dd className="code">{receipt.id}</dd>
        </div>
      </dl>
      <InformationSection
        title={translate('feedback.done.next.title')}
        text={translate('feedback.done.next.text')}
      />
      {page !== '/feedback' && (
        <p>
          <Link to={page}>{translate('feedback.done.back')}</Link>
        </p>
      )}
      <div className="button-row">
        <Button variant="secondary" onClick={again}>
          {translate('feedback.done.another')}
        </Button>
      </div>
    </div>
  )
}
