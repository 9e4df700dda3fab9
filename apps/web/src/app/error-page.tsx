import { useCopy } from '../lib/copy/use-copy.tsx'
import { paths } from '../lib/paths.ts'
import { Button, LinkButton } from '../ui/button.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PhoneHelp } from '../ui/phone-help.tsx'

/** In place of a page that could not be opened: what may have happened, and the ways on. */
export function ErrorPage() {
  const translate = useCopy()
  return (
    <div className="page">
      <PageHeading>{translate('error_page.title')}</PageHeading>
      <p className="measure">{translate('error_page.text')}</p>
      <div className="button-row">
        <Button onClick={() => location.reload()}>{translate('error_page.reload')}</Button>
        <LinkButton variant="secondary" to={paths.home}>
          {translate('to_home')}
        </LinkButton>
      </div>
      <PhoneHelp />
    </div>
  )
}
