import type { ListedReport } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths, reportPaths } from '../../../lib/paths.ts'
import { myAccountCopy } from './my-account-copy.ts'
import { Tile } from './tile.tsx'

/** What became of what I reported? What waits for me comes first. */
export function ReportsTile({ reports }: { readonly reports: readonly ListedReport[] }) {
  const translate = useCopy(myAccountCopy)
  const asked = reports.filter(({ status }) => status === 'needs_information')
  const drafts = reports.filter(({ status }) => status === 'draft')
  const open = reports.filter(({ status }) => status === 'received' || status === 'in_review')
  const isOver = reports.length > 0 && asked.length + drafts.length + open.length === 0
  return (
    <Tile
      title={translate('my_account.reports.heading')}
      icon="form"
      level={2}
      stands={asked.length > 0 ? 'out' : undefined}
    >
      {reports.length === 0 && <p>{translate('my_account.reports.none')}</p>}
      {asked.length > 0 && (
        <>
          <p className="tile-answer">{translate('my_account.reports.asked', { count: asked.length })}</p>
          <p>
            <Link
              className="tile-link"
              to={asked.length === 1 ? reportPaths.report(asked[0]?.id ?? '') : paths.reports}
            >
              {translate('my_account.reports.answer')}
            </Link>
          </p>
        </>
      )}
      {drafts.length > 0 && <p>{translate('my_account.reports.drafts', { count: drafts.length })}</p>}
      {open.length > 0 && <p>{translate('my_account.reports.open', { count: open.length })}</p>}
      {isOver && <p>{translate('my_account.reports.done')}</p>}
      <ul className="tile-links">
        <li>
          <Link className="tile-link" to={paths.reports}>
            {translate('my_account.reports.all')}
          </Link>
        </li>
        <li>
          <Link className="tile-link" to={paths.sendProof}>
            {translate('my_account.reports.send_proof')}
          </Link>
        </li>
      </ul>
    </Tile>
  )
}
