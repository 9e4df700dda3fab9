import type { ReactNode } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { receiptsCopy } from './receipts-copy.ts'

/** What a failure with this code means on the pages of one's receipts. */
export function insteadOfReceipt(code: string): ReactNode {
  if (code === 'case.held') return <Held />
  // What is no id at all is a part of the address that breaks a rule.
  return code === 'resource.not_found' || code === 'request.invalid' ? <NotAmongYours /> : undefined
}

function Held() {
  const translate = useCopy(receiptsCopy)
  return (
    <Alert kind="warning" title={translate('receipts.held.heading')}>
      <p>{translate('receipts.held.text')}</p>
      <LinkButton to={paths.ownCases} icon="lock">
        {translate('receipts.held.action')}
      </LinkButton>
    </Alert>
  )
}

function NotAmongYours() {
  const translate = useCopy(receiptsCopy)
  return (
    <Alert kind="information" title={translate('receipts.not_found.heading')}>
      <p>{translate('receipts.not_found.text')}</p>
      <p>
        <Link to={paths.receipts}>{translate('receipts.not_found.action')}</Link>
      </p>
    </Alert>
  )
}
