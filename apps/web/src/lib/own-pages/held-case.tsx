import { useCopy } from '../copy/use-copy.tsx'
import { paths } from '../paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { ownPagesCopy } from './own-pages-copy.ts'

interface HeldCaseProps {
  /** Where it is opened again; one's cases unless told, from where each is opened by itself. */
  readonly to?: string
}

/**
 * Says that a case, and whatever was sent about it, is closed after a password was recovered, until it was shown to be
 * one's own again.
 */
export function HeldCase({ to = paths.ownCases }: HeldCaseProps) {
  const translate = useCopy(ownPagesCopy)
  return (
    <Alert kind="warning" title={translate('own.held.heading')}>
      <p>{translate('own.held.why')}</p>
      <p>{translate('own.held.what')}</p>
      <LinkButton to={to} icon="lock">
        {translate('own.held.action')}
      </LinkButton>
    </Alert>
  )
}
