import type { Case } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { casesCopy } from '../cases-copy.ts'
import { DaysLeft } from '../days-left.tsx'
import { groupDeadlines } from '../grouped.ts'
import { useCaseWords } from '../use-case-words.ts'
import { myAccountCopy } from './my-account-copy.ts'
import { Tile } from './tile.tsx'

interface DeadlinesTileProps {
  readonly facts: Case
  readonly level: 2 | 3
}

/** What must I do, by when? */
export function DeadlinesTile({ facts, level }: DeadlinesTileProps) {
  const translate = useCopy(myAccountCopy)
  const caseWords = useCopy(casesCopy)
  const language = useLanguage()
  const { programs: namesOf } = useCaseWords()
  const deadlines = groupDeadlines(facts.deadlines)
  return (
    <Tile
      title={translate('my_account.deadlines.heading')}
      icon="warning"
      level={level}
      stands={deadlines.some(({ opensOn }) => opensOn === null || opensOn <= facts.today) ? 'out' : undefined}
    >
      {deadlines.length === 0 && <p>{translate('my_account.deadlines.none')}</p>}
      {deadlines.map(({ kind, dueOn, daysLeft, opensOn, programs }) => (
        <div key={`${kind} ${dueOn}`} className="tile-part">
          <p className="tile-answer">
            {caseWords(`cases.deadline.${kind}`, { programs: namesOf(programs) })}
          </p>
          <p>
            {caseWords('cases.deadline.due', { date: dateInWords(dueOn, language) })}{' '}
            <DaysLeft days={daysLeft} />
          </p>
          {opensOn !== null && opensOn > facts.today && (
            <p>{caseWords('cases.deadline.opens', { date: dateInWords(opensOn, language) })}</p>
          )}
        </div>
      ))}
      {deadlines.length > 0 && (
        <Link className="tile-link" to={`${casePaths.overview(facts.id)}#to-do`}>
          {translate('my_account.deadlines.how')}
        </Link>
      )}
    </Tile>
  )
}
