import { useParams } from '../../../lib/navigation/navigation.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { BackLink } from '../../../ui/back-link.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { helpCopy } from '../content.copy.ts'
import { helpPageOf, isHelpName } from '../help/help-pages.ts'
import { HelpText } from '../help/help-text.tsx'
import { InformationPage } from '../information.tsx'

/**
 * The help for one page, as a page of its own: for links from elsewhere, another tab, and printing. On the page
 * itself, Page Help opens the same text over what was typed there.
 */
export function HelpPage() {
  const translate = useCopy(helpCopy)
  const { page } = useParams()
  if (!isHelpName(page)) {
    return (
      <InformationPage title={translate('help.unknown.title')} lead={translate('help.unknown.text')}>
        <PhoneHelp />
      </InformationPage>
    )
  }
  const { path } = helpPageOf(page)
  return (
    <div className="page">
      {path === undefined ? (
        <BackLink to={paths.home}>{translate('to_home')}</BackLink>
      ) : (
        <BackLink to={path}>{translate('help.back')}</BackLink>
      )}
      <PageHeading>{translate(`help.${page}.title`)}</PageHeading>
      <HelpText name={page} />
    </div>
  )
}
