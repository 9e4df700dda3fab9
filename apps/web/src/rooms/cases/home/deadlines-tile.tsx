import type { Case, CaseNotice, CaseNotices } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { casesCopy } from '../cases-copy.ts'
import { DaysLeft, soonDays } from '../days-left.tsx'
import { groupDeadlines, type GroupedDeadline } from '../grouped.ts'
import { LetterTitle } from '../letter-title.tsx'
import { useCaseWords } from '../use-case-words.ts'
import { askingOf, mostAsking } from './letters-to-tell.ts'
import { myAccountCopy } from './my-account-copy.ts'
import { Tile } from './tile.tsx'

interface DeadlinesTileProps {
  readonly facts: Case
  readonly letters: CaseNotices
  readonly level: 2 | 3
}

/** What must I do, by when? What can be handed in later only is told where nothing else is to be done. */
export function DeadlinesTile({ facts, letters, level }: DeadlinesTileProps) {
  const translate = useCopy(myAccountCopy)
  const { now, later } = deadlinesOf(facts)
  const asking = askingOf(letters.items, facts.today)
  const isMuch = now.length + asking.length > 0
  return (
    <Tile
      title={translate('my_account.deadlines.heading')}
      icon="check-circle"
      level={level}
      stands={isMuch ? 'out' : undefined}
    >
      {!isMuch && <p>{translate('my_account.deadlines.none')}</p>}
      {now.map((deadline) => (
        <Deadline key={`${deadline.kind} ${deadline.dueOn}`} deadline={deadline} />
      ))}
      {now.length > 0 && (
        <Link className="tile-link" to={`${casePaths.overview(facts.id)}#to-do`}>
          {translate('my_account.deadlines.how')}
        </Link>
      )}
      {asking.slice(0, mostAsking).map((notice) => (
        <AskingLetter key={notice.id} caseId={facts.id} notice={notice} />
      ))}
      {asking.length > mostAsking && (
        <Link className="tile-link" to={casePaths.letters(facts.id)}>
          {translate('my_account.news.all')}
        </Link>
      )}
      {!isMuch && later[0] && (
        <>
          <p>{translate('my_account.deadlines.next')}</p>
          <Deadline deadline={later[0]} />
        </>
      )}
    </Tile>
  )
}

/** A letter says by when itself. */
function AskingLetter({ caseId, notice }: { readonly caseId: string; readonly notice: CaseNotice }) {
  const translate = useCopy(myAccountCopy)
  return (
    <div className="tile-part">
      <p className="tile-answer">{translate('my_account.deadlines.proof')}</p>
      <Link className="tile-link" to={casePaths.letter(caseId, notice.id)}>
        <LetterTitle title={notice.title} />
      </Link>
    </div>
  )
}

/** Whether something is due so soon that it comes before everything else. */
export function isPressing(facts: Case): boolean {
  return deadlinesOf(facts).now.some(({ daysLeft }) => daysLeft <= soonDays)
}

/** What can be handed in now, and what only later. */
function deadlinesOf({ deadlines, today }: Case) {
  const all = groupDeadlines(deadlines)
  const isOpen = ({ opensOn }: GroupedDeadline) => opensOn === null || opensOn <= today
  return { now: all.filter(isOpen), later: all.filter((deadline) => !isOpen(deadline)) }
}

function Deadline({ deadline }: { readonly deadline: GroupedDeadline }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const { programs: namesOf } = useCaseWords()
  const { kind, dueOn, daysLeft, programs } = deadline
  return (
    <div className="tile-part">
      <p className="tile-answer">{translate(`cases.deadline.${kind}`, { programs: namesOf(programs) })}</p>
      <p>
        {translate('cases.deadline.due', { date: dateInWords(dueOn, language) })} <DaysLeft days={daysLeft} />
      </p>
    </div>
  )
}
