import { useEffect } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { casesCopy } from '../cases-copy.ts'
import { fetchOwnCases, forgetOwnCases, useKnownCases } from '../../../lib/own-cases.ts'

/** The way to report a change in the header, for whoever has a case. What it learned goes when it does. */
export function ReportChangeLink() {
  const translate = useCopy(casesCopy)
  const hasCase = useKnownCases()?.some(({ held, caseId }) => held || caseId !== null)
  useEffect(() => {
    void fetchOwnCases()
    return forgetOwnCases
  }, [])
  if (hasCase !== true) return null
  return (
    <Link className="header-link" to={paths.reportChange}>
      {translate('cases.report_change')}
    </Link>
  )
}
