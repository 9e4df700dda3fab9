import { useCopy } from '../../lib/copy/use-copy.tsx'
import { paths } from '../../lib/paths.ts'
import { LinkButton } from '../../ui/button.tsx'
import { casesCopy } from './cases-copy.ts'

/** The way to report a change, at the top of the pages of whoever has a case. */
export function ReportChangeButton() {
  const translate = useCopy(casesCopy)
  return (
    <div className="case-actions screen-only">
      <LinkButton to={paths.reportChange} variant="secondary" icon="form">
        {translate('cases.report_change')}
      </LinkButton>
    </div>
  )
}
