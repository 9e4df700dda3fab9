import { useEffect, useRef } from 'react'
import type { Case } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { casesCopy } from '../cases-copy.ts'
import { DaysLeft } from '../days-left.tsx'
import { groupDeadlines, type GroupedDeadline } from '../grouped.ts'
import { useCaseWords } from '../use-case-words.ts'
import { WaysToSend } from '../ways-to-send.tsx'

/** What must be handed in, until when, and how; nothing where nothing is due. */
export function Deadlines({ facts }: { readonly facts: Case }) {
  const translate = useCopy(casesCopy)
  const heading = useNamedByAddress()
  const deadlines = groupDeadlines(facts.deadlines)
  if (deadlines.length === 0) return null
  return (
    <section className="case-part">
      <h2 id="to-do" tabIndex={-1} ref={heading}>
        {translate('cases.deadlines')}
      </h2>
      {deadlines.map((deadline) => (
        <Deadline key={`${deadline.kind} ${deadline.dueOn}`} deadline={deadline} today={facts.today} />
      ))}
      <h3>{translate('cases.how')}</h3>
      <ol>
        <li>{translate('cases.how.form')}</li>
        <li>{translate('cases.how.sign')}</li>
        <li>{translate('cases.how.proof')}</li>
        <li>
          <WaysToSend />
        </li>
      </ol>
    </section>
  )
}

function Deadline({ deadline, today }: { readonly deadline: GroupedDeadline; readonly today: string }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const { programs: namesOf } = useCaseWords()
  const { kind, dueOn, opensOn, daysLeft } = deadline
  const programs = namesOf(deadline.programs)
  const isOpen = opensOn === null || opensOn <= today
  return (
    <div className={isOpen ? 'case-box case-box-out' : 'case-box'}>
      <h3>{translate(`cases.deadline.${kind}`, { programs })}</h3>
      <p className="case-box-line">
        <span>{translate('cases.deadline.due', { date: dateInWords(dueOn, language) })}</span>
        <DaysLeft days={daysLeft} />
      </p>
      <p>{whatToKnow()}</p>
    </div>
  )

  function whatToKnow(): string {
    if (opensOn !== null && opensOn > today)
      return translate('cases.deadline.opens', { date: dateInWords(opensOn, language) })
    return daysLeft < 0 ? translate('cases.deadline.late') : translate('cases.deadline.why', { programs })
  }
}

/** Whoever comes here by `#to-do` goes on from there: it was not on the page yet when the address was looked at. */
function useNamedByAddress() {
  const heading = useRef<HTMLHeadingElement>(null)
  const { hash } = usePlace()
  useEffect(() => {
    if (hash !== '#to-do') return
    heading.current?.scrollIntoView()
    heading.current?.focus({ preventScroll: true })
  }, [hash])
  return heading
}
