import { useMemo, useState } from 'react'
import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { FailureAlert } from '../../../lib/own-pages/failure-alert.tsx'
import { useSend } from '../../../lib/use-send.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { createKeyedSend } from '../keyed-send.ts'
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
  const [asking, setAsking] = useState(false)
  const withdraw = useMemo(
    () => createKeyedSend({ post: withdrawReport, newKey: () => crypto.randomUUID() }),
    [],
  )
  const close = () => {
    setAsking(false)
  }
  const sending = useSend({
    send: async () => {
      const { refusal } = await withdraw(report.id)
      close()
      if (refusal) return refusal
      onWithdrawn()
      return undefined
    },
  })
  return (
    <div className="report-way">
      <p>{translate(isChange ? 'reports.withdraw.text' : 'reports.withdraw.documents')}</p>
      <FailureAlert failure={sending.failure} />
      <Button
        variant="secondary"
        onClick={() => {
          setAsking(true)
        }}
      >
        {translate('reports.withdraw')}
      </Button>
      <Dialog
        open={asking}
        title={translate('reports.withdraw.title')}
        onClose={close}
        actions={
          <>
            {/* First, so that it has the focus: a second press of the same key must not withdraw anything. */}
            <Button onClick={close}>{translate('reports.withdraw.keep')}</Button>
            <Button
              variant="secondary"
              busy={sending.busy}
              busyLabel={translate('reports.withdraw.busy')}
              onClick={sending.submit}
            >
              {translate('reports.withdraw.confirm')}
            </Button>
          </>
        }
      >
        <p>{translate(isChange ? 'reports.withdraw.what' : 'reports.withdraw.what_documents')}</p>
      </Dialog>
    </div>
  )
}
