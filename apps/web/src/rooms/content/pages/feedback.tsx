import { useState } from 'react'
import { useNavigate, usePlace } from '../../../lib/navigation/navigation.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
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
  const navigate = useNavigate()
  const accountId = useWhoseDraft()
  const begun = useBegunDraft(accountId)
  const { state } = usePlace()
  if (isSent(state)) return <Received {...state} />
  return (
    <InformationPage title={translate('feedback.title')} lead={translate('feedback.lead')}>
      <FeedbackForm
        key={accountId}
        begun={begun}
        onReceived={(receipt) => {
          // A place of its own in the history's stead: it outlives a reload, and Back does not send anything again.
          navigate(paths.feedback, { replace: true, state: { receipt, from: begun.page } satisfies Sent })
        }}
      />
      <PhoneHelp lines={['client-information', 'myaccount-support']} />
    </InformationPage>
  )
}

interface Sent {
  readonly receipt: FeedbackReceipt
  readonly from: string
}

function isSent(state: unknown): state is Sent {
  return typeof state === 'object' && state !== null && 'receipt' in state
}

/**
 * Whoever signs in begins with what they typed themselves. A page that is loaded anew learns a moment later who that is; a
 * session that ends takes nothing away from whoever is typing.
 */
function useWhoseDraft(): string | undefined {
  const session = useSession()
  const signedIn = session.status === 'signedIn' ? session.session.account.id : undefined
  const [shown, setShown] = useState(signedIn)
  if (signedIn === undefined || signedIn === shown) return shown
  setShown(signedIn)
  return signedIn
}

/** What was typed before, the page that one came from, and the topic that a link asks for. */
function useBegunDraft(accountId: string | undefined): FeedbackDraft {
  const { state, search } = usePlace()
  const typed = readDraft(accountId)
  const from = cameFrom(state)
  const asked = topics.find((topic) => topic === new URLSearchParams(search).get('topic'))
  return { ...typed, page: from ?? typed.page, topic: typed.topic === '' ? (asked ?? '') : typed.topic }
}

/** The path that the link to this page left in the history's state, if it did. */
function cameFrom(state: unknown): string | undefined {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined
  return typeof from === 'string' && from.startsWith('/') && from !== paths.feedback ? from : undefined
}

/** Shown only after the service has said that it has the message. */
function Received({ receipt, from }: Sent) {
  const translate = useCopy(feedbackCopy)
  const navigate = useNavigate()
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
      <div className="button-row">
        {from !== paths.feedback && (
          <LinkButton variant="secondary" to={from}>
            {translate('feedback.done.back')}
          </LinkButton>
        )}
        <Button
          variant="quiet"
          onClick={() => {
            navigate(paths.feedback, { replace: true, state: { from } })
          }}
        >
          {translate('feedback.done.another')}
        </Button>
      </div>
    </div>
  )
}
