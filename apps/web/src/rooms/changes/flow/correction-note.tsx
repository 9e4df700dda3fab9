import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { reportPaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { flowCopy } from '../flow-copy.ts'

/** Says of a correction that it takes the place of an earlier report, whose files need not be sent again. */
export function CorrectionNote({ report: { correctsId } }: { readonly report: Report }) {
  const translate = useCopy(flowCopy)
  if (correctsId === null) return null
  return (
    <Alert kind="information">
      <p>
        {translate('changes.corrects')}{' '}
        <Link to={reportPaths.report(correctsId)}>{translate('changes.corrects.see')}</Link>
      </p>
    </Alert>
  )
}
