import type { Case } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { moneyInWords } from '../../../lib/money.ts'
import { casePaths, paths } from '../../../lib/paths.ts'
import { snapDays } from '../../../lib/snap-days.ts'
import { casesCopy } from '../cases-copy.ts'
import { groupIssuances } from '../grouped.ts'
import { useCaseWords } from '../use-case-words.ts'

/** What comes next, on which day, and why on that day. */
export function NextIssuances({ facts }: { readonly facts: Case }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const { program: nameOf, distance } = useCaseWords()
  const days = groupIssuances(facts.nextIssuances)
  if (days.length === 0) return null
  return (
    <section className="case-part">
      <h2>{translate('cases.next')}</h2>
      <ul className="own-list">
        {days.map(({ on, issuances }) => (
          <li key={on}>
            <p className="entry-title">
              <time dateTime={on}>{dateInWords(on, language)}</time> ({distance(facts.today, on)})
            </p>
            {issuances.map(({ program, amount }) => (
              <p key={program} className="case-amount">
                <span>{nameOf(program)}</span>
                {amount !== null && <span>{moneyInWords(amount, language)}</span>}
              </p>
            ))}
            <Why on={on} kinds={issuances.map(({ program }) => kindOf(program))} />
          </li>
        ))}
      </ul>
      <p>
        <Link to={casePaths.payments(facts.id)}>{translate('cases.next.past')}</Link>
      </p>
    </section>
  )

  function kindOf(name: string) {
    return facts.programs.find(({ program }) => program === name)?.kind
  }
}

interface WhyProps {
  readonly on: string
  readonly kinds: readonly (string | undefined)[]
}

/** The rule by which it comes on that day. */
function Why({ on, kinds }: WhyProps) {
  const translate = useCopy(casesCopy)
  const range = snapDays.find(({ day }) => day === Number(on.slice(-2)))
  return (
    <>
      {kinds.includes('food') && range && (
        <p className="entry-note">
          {translate('cases.next.why_food', range)}{' '}
          <Link to={`${paths.questions}#snap-day`}>{translate('cases.next.all_days')}</Link>
        </p>
      )}
      {kinds.includes('cash') && <p className="entry-note">{translate('cases.next.why_cash')}</p>}
    </>
  )
}
