import { useMemo } from 'react'
import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { createKeyedSend } from '../../../lib/keyed-send.ts'
import { AskedAction } from '../../../lib/own-pages/asked-action.tsx'
import { reportsCopy } from './reports-copy.ts'
import { withdrawReport } from './reports.queries.ts'

interface WithdrawReportProps {
  readonly report: Report
  readonly onWithdrawn: () => void
}

/** Takes a report back that nobody has decided; asks before it does. */
export function WithdrawReport({ report, onWithdrawn }: WithdrawReportProps) {
  const translate = useCopy(reportsCopy)
  const isChange = report.kind === 'changes'
  const withdraw = useMemo(() => createKeyedSend({ post: withdrawReport }), [])
  return (
    <div className="report-way">
      <p>{translate(isChange ? 'reports.withdraw.text' : 'reports.withdraw.documents')}</p>
      <AskedAction
        label={translate('reports.withdraw')}
        words={{
          title: translate('reports.withdraw.title'),
          keep: translate('reports.withdraw.keep'),
          confirm: translate('reports.withdraw.confirm'),
          busy: translate('reports.withdraw.busy'),
        }}
        send={async () => (await withdraw(report.id)).refusal}
        onDone={onWithdrawn}
      >
        <p>{translate(isChange ? 'reports.withdraw.what' : 'reports.withdraw.what_documents')}</p>
      </AskedAction>
    </div>
  )
}
