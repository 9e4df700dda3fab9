import type { Case, CaseProgram } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { moneyInWords } from '../../../lib/money.ts'
import { Icon } from '../../../ui/icon.tsx'
import { casesCopy } from '../cases-copy.ts'
import { sortPrograms } from '../grouped.ts'
import { StatusMark } from '../status-mark.tsx'
import { useCaseWords } from '../use-case-words.ts'

/** Every benefit of the case: how it stands, how much, for whom, since when. */
export function Programs({ facts }: { readonly facts: Case }) {
  const translate = useCopy(casesCopy)
  return (
    <section className="case-part">
      <h2>{translate('cases.programs')}</h2>
      {facts.programs.length === 0 && <p>{translate('cases.programs.none')}</p>}
      {sortPrograms(facts.programs).map((program, index) => (
        <Program key={index} facts={facts} program={program} />
      ))}
    </section>
  )
}

function Program({ facts, program }: { readonly facts: Case; readonly program: CaseProgram }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const { program: nameOf, people } = useCaseWords()
  const { kind, status, monthlyAmount, coveredMemberIds, from, to } = program
  return (
    <div className="case-box">
      <h3 className="case-box-title">
        <Icon name={kind} />
        <span>
          {nameOf(program.program)} <StatusMark status={status} />
        </span>
      </h3>
      <p>{statusInWords()}</p>
      <dl className="facts">
        {monthlyAmount !== null && (
          <>
            <dt>{translate('cases.programs.amount')}</dt>
            <dd>{translate('cases.programs.monthly', { amount: moneyInWords(monthlyAmount, language) })}</dd>
          </>
        )}
        {coveredMemberIds.length > 0 && (
          <>
            <dt>{translate('cases.programs.covered')}</dt>
            <dd>{people(facts.members, coveredMemberIds)}</dd>
          </>
        )}
        {status === 'active' && (
          <>
            <dt>{translate(from > facts.today ? 'cases.programs.starts' : 'cases.programs.from')}</dt>
            <dd>{dateInWords(from, language)}</dd>
          </>
        )}
        {status === 'active' && to !== null && (
          <>
            <dt>{translate('cases.programs.to')}</dt>
            <dd>{dateInWords(to, language)}</dd>
          </>
        )}
      </dl>
    </div>
  )

  function statusInWords(): string {
    if (status === 'active' && from > facts.today) return translate('cases.status.active.later')
    if (status === 'closed' && to !== null)
      return translate('cases.status.closed.since', { date: dateInWords(to, language) })
    return translate(`cases.status.${status}.text`)
  }
}
