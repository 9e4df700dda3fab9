import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { questionsCopy } from '../content.copy.ts'
import { snapDays, snapDaysSince } from '../../../lib/snap-days.ts'

/** On which day SNAP benefits come, by the last two digits of the client ID. */
export function SnapDaysTable() {
  const translate = useCopy(questionsCopy)
  const since = dateInWords(snapDaysSince, useLanguage())
  return (
    <>
      <table className="table">
        <caption>{translate('questions.snap_day.caption', { since })}</caption>
        <thead>
          <tr>
            <th scope="col">{translate('questions.snap_day.digits')}</th>
            <th scope="col">{translate('questions.snap_day.day')}</th>
          </tr>
        </thead>
        <tbody>
          {snapDays.map(({ from, to, day }) => (
            <tr key={day}>
              <th scope="row">{translate('questions.snap_day.range', { from, to })}</th>
              <td>{translate('questions.snap_day.ordinal', { day })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{translate('questions.snap_day.example')}</p>
    </>
  )
}
