import { copyIsReady } from '../../../lib/copy/language.ts'
import { casesCopy } from '../cases-copy.ts'

/** Fetches the header's way to report a change with its words; only pages of somebody signed in need it. */
export async function loadReportChangeLink() {
  const [{ ReportChangeLink }] = await Promise.all([
    import('./report-change-link.tsx'),
    copyIsReady([casesCopy]),
  ])
  return { default: ReportChangeLink }
}
