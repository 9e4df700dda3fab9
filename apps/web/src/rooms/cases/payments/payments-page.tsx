import { useCallback } from 'react'
import type { CasePayment } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { dateInWords } from '../../../lib/dates.ts'
import { moneyInWords } from '../../../lib/money.ts'
import { PagedList } from '../../../lib/own-pages/paged-list.tsx'
import { casesCopy } from '../cases-copy.ts'
import { fetchLatestPayments, fetchPayments } from '../cases.queries.ts'
import { useCaseWords } from '../use-case-words.ts'
import { CaseFrame } from '../view/case-frame.tsx'
import { CaseLoaded } from '../view/case-loaded.tsx'
import { PaymentsChart } from './payments-chart.tsx'

/** What was paid: the last months as a chart with its table, and every payment. */
export function PaymentsPage() {
  const translate = useCopy(casesCopy)
  return (
    <CaseFrame heading={translate('cases.payments.heading')} part="payments">
      {(caseId) => (
        <CaseLoaded caseId={caseId} fetch={fetchBoth}>
          {({ latest, first }) =>
            first.items.length === 0 ? (
              <p>{translate('cases.payments.empty')}</p>
            ) : (
              <>
                <PaymentsChart payments={latest.items} isWhole={latest.nextCursor === null} />
                <section className="case-part">
                  <h2>{translate('cases.payments.all')}</h2>
                  <AllPayments caseId={caseId} first={first} />
                </section>
              </>
            )
          }
        </CaseLoaded>
      )}
    </CaseFrame>
  )
}

type PaymentsPart = Parameters<typeof PagedList<CasePayment>>[0]['first']

/** The list's first page, and what the chart is made of. */
async function fetchBoth(caseId: string) {
  const [latest, first] = await Promise.all([fetchLatestPayments(caseId), fetchPayments(caseId)])
  if (latest.refusal) return latest
  if (first.refusal) return first
  return { data: { latest: latest.data, first: first.data } }
}

function AllPayments({ caseId, first }: { readonly caseId: string; readonly first: PaymentsPart }) {
  const fetchPage = useCallback((cursor: string) => fetchPayments(caseId, { cursor }), [caseId])
  return (
    <PagedList first={first} fetchPage={fetchPage}>
      {(payment) => <Payment payment={payment} />}
    </PagedList>
  )
}

function Payment({ payment: { paidOn, program, amount } }: { readonly payment: CasePayment }) {
  const language = useLanguage()
  const { program: nameOf } = useCaseWords()
  return (
    <>
      <p className="case-amount entry-title">
        <span>{nameOf(program)}</span>
        <span>{moneyInWords(amount, language)}</span>
      </p>
      <p className="entry-note">
        <time dateTime={paidOn}>{dateInWords(paidOn, language)}</time>
      </p>
    </>
  )
}
