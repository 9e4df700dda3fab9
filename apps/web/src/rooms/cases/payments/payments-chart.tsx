import type { ProgramKind } from '@connect/contract/benefits/programs'
import { dayInConnecticut } from '@connect/contract/benefits/calendar'
import type { CasePayment } from '@connect/contract/rooms/cases'
import { serverNow } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dollarsInWords, moneyInWords } from '../../../lib/money.ts'
import { casesCopy } from '../cases-copy.ts'
import { monthInWords } from './month-in-words.ts'
import { paymentsByMonth, type MonthOfPayments } from './months.ts'

/** How many months are shown. */
const months = 6

/** Height of the tallest bar, in pixels; above it stands its amount, below it its month. */
const tallest = 120
const above = 28
const below = 28

const kinds = ['food', 'cash', 'medical'] as const satisfies readonly ProgramKind[]

interface PaymentsChartProps {
  /** The newest ones. */
  readonly payments: readonly CasePayment[]
  /** Whether these are all there are. */
  readonly isWhole: boolean
}

/** What was paid in each of the last months: drawn, and the same as a table. */
export function PaymentsChart({ payments, isWhole }: PaymentsChartProps) {
  const translate = useCopy(casesCopy)
  const today = dayInConnecticut(new Date(serverNow()))
  const shown = paymentsByMonth(payments, today, { months, isWhole })
  if (shown.every(({ total }) => total === 0)) return <p>{translate('cases.chart.none', { months })}</p>
  return (
    <section className="case-part">
      <h2>{translate('cases.chart.heading')}</h2>
      <Bars shown={shown} />
      <MonthTable shown={shown} />
    </section>
  )
}

/** For the eyes alone: the table says the same to everybody. */
function Bars({ shown }: { readonly shown: readonly MonthOfPayments[] }) {
  const language = useLanguage()
  const most = Math.max(...shown.map(({ total }) => total))
  const width = 100 / shown.length
  const floor = above + tallest
  return (
    <svg className="payments-chart" width="100%" height={floor + below} aria-hidden="true" focusable="false">
      {shown.map(({ month, total }, index) => {
        const height = Math.round((total / most) * tallest)
        const middle = `${(index + 0.5) * width}%`
        return (
          <g key={month}>
            <rect
              x={`${(index + 0.2) * width}%`}
              y={floor - height}
              width={`${0.6 * width}%`}
              height={height}
              rx="3"
            />
            <text x={middle} y={floor - height - 8}>
              {dollarsInWords({ amount: total, currency: 'USD' }, language)}
            </text>
            <text x={middle} y={floor + 20}>
              {monthInWords(month, language, { year: false })}
            </text>
          </g>
        )
      })}
      <line x1="0" x2="100%" y1={floor} y2={floor} />
    </svg>
  )
}

function MonthTable({ shown }: { readonly shown: readonly MonthOfPayments[] }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const columns = kinds.filter((kind) => shown.some(({ byKind }) => (byKind[kind] ?? 0) > 0))
  const money = (amount: number) => moneyInWords({ amount, currency: 'USD' }, language)
  return (
    <table className="table payments-table">
      <caption>{translate('cases.chart.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{translate('cases.chart.month')}</th>
          {columns.map((kind) => (
            <th key={kind} scope="col">
              {translate(`cases.kind.${kind}`)}
            </th>
          ))}
          {columns.length > 1 && <th scope="col">{translate('cases.chart.total')}</th>}
        </tr>
      </thead>
      <tbody>
        {shown.toReversed().map(({ month, byKind, total }) => (
          <tr key={month}>
            <th scope="row">{monthInWords(month, language, { year: true })}</th>
            {columns.map((kind) => (
              <td key={kind}>{money(byKind[kind] ?? 0)}</td>
            ))}
            {columns.length > 1 && <td>{money(total)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
