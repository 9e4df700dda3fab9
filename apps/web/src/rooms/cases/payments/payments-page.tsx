import { useMemo } from 'react'
import type { CasePayment } from '@connect/contract/rooms/cases'
import type { Page } from '../../../lib/api.ts'
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
import { shortPages } from './short-pages.ts'

/** How many payments the list shows at a time. */
const listed = 20

/** What was paid: the last months as a chart with its table, and every payment. */
export function PaymentsPage() {
  const translate = useCopy(casesCopy)
  return (
    <CaseFrame heading={translate('cases.payments.heading')} part="payments">
      {(caseId) => (
        <CaseLoaded caseId={caseId} fetch={fetchLatestPayments}>
          {(latest) =>
            latest.items.length === 0 ? (
              <p>{translate('cases.payments.empty')}</p>
            ) : (
              <>
                <PaymentsChart payments={latest.items} isWhole={latest.nextCursor === null} />
                <section className="case-part">
                  <h2>{translate('cases.payments.all')}</h2>
                  <AllPayments caseId={caseId} latest={latest} />
                </section>
              </>
            )
          }
        </CaseLoaded>
      )}
    </CaseFrame>
  )
}

function AllPayments({ caseId, latest }: { readonly caseId: string; readonly latest: Page<CasePayment> }) {
  const pages = useMemo(
    () => shortPages(latest, listed, (cursor) => fetchPayments(caseId, { cursor })),
    [latest, caseId],
  )
  return <PagedList {...pages}>{(payment) => <Payment payment={payment} />}</PagedList>
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
