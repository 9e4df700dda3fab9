import { useCopy } from '../lib/copy/use-copy.tsx'
import { paths } from '../lib/paths.ts'
import { LinkButton } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PhoneHelp } from '../ui/phone-help.tsx'

/** For an address that no page has. */
export function NotFoundPage() {
  const translate = useCopy()
  return (
    <div className="page">
      <PageHeading>{translate('not_found.title')}</PageHeading>
      <p className="measure">{translate('not_found.text')}</p>
      <div className="button-row">
        <LinkButton to={paths.home}>{translate('to_home')}</LinkButton>
      </div>
      <PhoneHelp />
    </div>
  )
}
