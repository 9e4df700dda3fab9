import type { Case } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { moneyInWords } from '../../../lib/money.ts'
import { groupIssuances } from '../grouped.ts'
import { useCaseWords } from '../use-case-words.ts'
import { myAccountCopy } from './my-account-copy.ts'
import { Tile } from './tile.tsx'

interface NextPaymentTileProps {
  readonly facts: Case
  readonly level: 2 | 3
}

/** When is the next payment? */
export function NextPaymentTile({ facts, level }: NextPaymentTileProps) {
  const translate = useCopy(myAccountCopy)
  const language = useLanguage()
  const { program: nameOf, distance } = useCaseWords()
  const days = groupIssuances(facts.nextIssuances)
  return (
    <Tile title={translate('my_account.payment.heading')} icon="cash" level={level}>
      {days.length === 0 && <p>{whyNone()}</p>}
      {days.map(({ on, issuances }, index) => (
        <div key={on}>
          <p className={index === 0 ? 'tile-answer' : 'tile-then'}>
            <time dateTime={on}>{dateInWords(on, language)}</time>{' '}
            <span className="tile-note">({distance(facts.today, on)})</span>
          </p>
          <ul className="tile-rows">
            {issuances.map(({ program, amount }) => (
              <li key={program}>
                <strong>{nameOf(program)}</strong>
                {amount !== null && <span>{moneyInWords(amount, language)}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Tile>
  )

  function whyNone(): string {
    const { programs } = facts
    if (programs.some(({ status }) => status === 'pending')) return translate('my_account.payment.pending')
    const active = programs.filter(({ status }) => status === 'active')
    if (active.length > 0 && active.every(({ kind }) => kind === 'medical'))
      return translate('my_account.payment.medical')
    return translate('my_account.payment.none')
  }
}
