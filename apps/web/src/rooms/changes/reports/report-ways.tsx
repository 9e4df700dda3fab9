import { useMemo } from 'react'
import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { createKeyedSend } from '../../../lib/keyed-send.ts'
import { useNavigate } from '../../../lib/navigation/navigation.tsx'
import { ActionButton } from '../../../lib/own-pages/action-button.tsx'
import { draftPaths, reportPaths } from '../../../lib/paths.ts'
import { useSend } from '../../../lib/use-send.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { createDraft } from '../draft/change-reports.queries.ts'
import { reportsCopy } from './reports-copy.ts'
import { WithdrawReport } from './withdraw-report.tsx'

interface ReportWaysProps {
  readonly report: Report
  readonly onWithdrawn: () => void
}

/** What can still be done with a report that was submitted: add to it, correct it, take it back. */
export function ReportWays({ report, onWithdrawn }: ReportWaysProps) {
  const translate = useCopy(reportsCopy)
  const { id, status, kind, withdrawable } = report
  if (status === 'draft') return null
  const mayCorrect = kind === 'changes' && status !== 'withdrawn'
  if (!withdrawable && !mayCorrect) return null
  return (
    <section className="report-part screen-only">
      <h2>{translate('reports.ways')}</h2>
      {withdrawable && (
        <>
          <p>{translate('reports.add.text')}</p>
          <LinkButton to={reportPaths.add(id)} variant="secondary" icon="document">
            {translate('reports.add')}
          </LinkButton>
        </>
      )}
      {mayCorrect && <CorrectReport report={report} />}
      {withdrawable && <WithdrawReport report={report} onWithdrawn={onWithdrawn} />}
    </section>
  )
}

/** Begins a new report with the same answers: what was submitted never changes. */
function CorrectReport({ report: { id, caseId } }: { readonly report: Report }) {
  const translate = useCopy(reportsCopy)
  const navigate = useNavigate()
  const start = useMemo(() => createKeyedSend({ post: createDraft }), [])
  const sending = useSend({
    send: async () => {
      const answer = await start({ caseId, correctsId: id })
      if (answer.refusal) return answer.refusal
      navigate(draftPaths.check(answer.data.report.id))
      return undefined
    },
  })
  return (
    <div className="report-way">
      <p>{translate('reports.correct.text')}</p>
      <ActionButton sending={sending} icon="form" busyLabel={translate('reports.correct.busy')}>
        {translate('reports.correct')}
      </ActionButton>
    </div>
  )
}
