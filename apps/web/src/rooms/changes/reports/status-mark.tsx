import type { ReportStatus } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { reportsCopy } from './reports-copy.ts'
import './reports.css'

/** How a report stands, in a word or two. */
export function StatusMark({ status }: { readonly status: ReportStatus }) {
  const translate = useCopy(reportsCopy)
  return <span className={`report-mark report-mark-${status}`}>{translate(`reports.status.${status}`)}</span>
}
