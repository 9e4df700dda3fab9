import { useEffect, useState } from 'react'
import type { Outbox, OutboxMail } from '@connect/contract/rooms/outbox'
import type { Answer } from '../../lib/api.ts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../lib/copy/use-language.ts'
import { momentInWords } from '../../lib/dates.ts'
import { useProblemWords } from '../../lib/problem-words.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { outboxCopy } from './outbox-copy.ts'
import { fetchOutbox, shownAtMost } from './outbox.queries.ts'
import './outbox.css'

/** What a demonstration would have sent by e-mail. */
export function OutboxPage() {
  const translate = useCopy(outboxCopy)
  const [answer, setAnswer] = useState<Answer<Outbox>>()
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void fetchOutbox().then(setAnswer)
  }, [])
  const refresh = async () => {
    setBusy(true)
    setAnswer(await fetchOutbox())
    setBusy(false)
  }
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('outbox.heading')}</PageHeading>
        <p>{translate('outbox.intro')}</p>
        <Button
          variant="secondary"
          busy={busy}
          busyLabel={translate('outbox.refreshing')}
          onClick={() => void refresh()}
        >
          {translate('outbox.refresh')}
        </Button>
        <div aria-live="polite">
          {answer === undefined ? <Skeleton lines={8} /> : <Found answer={answer} />}
        </div>
      </div>
    </div>
  )
}

function Found({ answer }: { readonly answer: Answer<Outbox> }) {
  const translate = useCopy(outboxCopy)
  const problemWords = useProblemWords()
  if (answer.refusal) {
    const isAbsent = answer.refusal.status === 404
    return (
      <Alert kind={isAbsent ? 'information' : 'error'}>
        <p>{isAbsent ? translate('outbox.absent') : problemWords({ code: answer.refusal.code })}</p>
      </Alert>
    )
  }
  const { items, nextCursor } = answer.data
  if (items.length === 0) return <p>{translate('outbox.empty')}</p>
  return (
    <>
      {items.map((mail) => (
        <Mail key={mail.id} mail={mail} />
      ))}
      {nextCursor !== null && <p>{translate('outbox.newest', { count: shownAtMost })}</p>}
    </>
  )
}

/** As a mailbox shows it. Links are opened as from there: the page is loaded anew. */
function Mail({ mail: { id, to, locale, subject, parts, createdAt } }: { readonly mail: OutboxMail }) {
  const translate = useCopy(outboxCopy)
  const language = useLanguage()
  return (
    <article className="outbox-mail" aria-labelledby={`subject-${id}`}>
      <h2 id={`subject-${id}`} lang={locale}>
        {subject}
      </h2>
      <p className="outbox-envelope">
        {translate('outbox.to', { address: to })}
        <br />
        <time dateTime={createdAt}>
          {translate('outbox.written', { moment: momentInWords(createdAt, language) })}
        </time>
      </p>
      <div lang={locale}>
        {parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </div>
    </article>
  )
}

function Part({ part }: { readonly part: OutboxMail['parts'][number] }) {
  if (part.kind === 'paragraph') return <p>{part.text}</p>
  if (part.kind === 'link')
    return (
      <p>
        <a href={part.href}>{part.label}</a>
      </p>
    )
  return (
    <ul>
      {part.items.map((item) => (
        <li key={item}>
          <strong>{item}</strong>
        </li>
      ))}
    </ul>
  )
}
