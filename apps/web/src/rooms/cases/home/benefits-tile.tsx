import type { Case, CaseProgram } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { moneyInWords } from '../../../lib/money.ts'
import { sortPrograms } from '../grouped.ts'
import { StatusMark } from '../status-mark.tsx'
import { useCaseWords } from '../use-case-words.ts'
import { myAccountCopy } from './my-account-copy.ts'
import { Tile } from './tile.tsx'

interface BenefitsTileProps {
  readonly facts: Case
  readonly level: 2 | 3
}

/** What do I get? */
export function BenefitsTile({ facts, level }: BenefitsTileProps) {
  const translate = useCopy(myAccountCopy)
  const { program: nameOf } = useCaseWords()
  const { programs } = facts
  const current = programs.filter(({ status }) => status !== 'closed' && status !== 'denied')
  const shown = sortPrograms(current.length > 0 ? current : programs)
  return (
    <Tile title={translate('my_account.benefits.heading')} icon="home" level={level}>
      {programs.length === 0 && <p>{translate('my_account.benefits.none_yet')}</p>}
      {programs.length > 0 && current.length === 0 && <p>{translate('my_account.benefits.none_now')}</p>}
      {shown.length > 0 && (
        <ul className="tile-rows">
          {shown.map((program, index) => (
            <li key={index}>
              <strong>{nameOf(program.program)}</strong>
              <Benefit facts={facts} program={program} />
            </li>
          ))}
        </ul>
      )}
    </Tile>
  )
}

/** How much, or for whom, or why not. */
function Benefit({ facts, program }: { readonly facts: Case; readonly program: CaseProgram }) {
  const translate = useCopy(myAccountCopy)
  const language = useLanguage()
  const { people } = useCaseWords()
  const { status, monthlyAmount, from, coveredMemberIds } = program
  if (status !== 'active') return <StatusMark status={status} />
  if (from > facts.today)
    return <span>{translate('my_account.benefits.starts', { date: dateInWords(from, language) })}</span>
  if (monthlyAmount !== null)
    return (
      <span>
        {translate('my_account.benefits.monthly', { amount: moneyInWords(monthlyAmount, language) })}
      </span>
    )
  return coveredMemberIds.length > 0 ? (
    <span>{translate('my_account.benefits.for', { people: people(facts.members, coveredMemberIds) })}</span>
  ) : (
    <StatusMark status={status} />
  )
}
