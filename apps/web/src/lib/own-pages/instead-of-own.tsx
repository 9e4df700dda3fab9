import type { ReactNode } from 'react'
import { useCopy } from '../copy/use-copy.tsx'
import { Link } from '../navigation/link.tsx'
import { paths } from '../paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { HeldCase } from './held-case.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'

interface NotAmongYoursProps {
  /** The page that leads to what is among one's own. */
  readonly to: 'myAccount' | 'reportChange' | 'reports' | 'receipts'
}

/** There is no such thing, or it is somebody else's, or it cannot be seen from this account any more. */
export function NotAmongYours({ to }: NotAmongYoursProps) {
  const translate = useCopy(ownPagesCopy)
  return (
    <Alert kind="information" title={translate('own.not_found.heading')}>
      <p>{translate('own.not_found.text')}</p>
      <p>
        <Link to={paths[to]}>{translate(`own.not_found.${to}`)}</Link>
      </p>
    </Alert>
  )
}

/** What a failure means on the pages of a case, or of what was sent about it; nothing for any other failure. */
export function insteadOfOwn(to: NotAmongYoursProps['to']): (code: string) => ReactNode {
  return (code) => {
    if (code === 'case.held') return <HeldCase />
    // What is no id at all is a part of the address that breaks a rule.
    const isNotFound = code === 'resource.not_found' || code === 'request.invalid'
    return isNotFound ? <NotAmongYours to={to} /> : undefined
  }
}
