import { chooseLanguage, languageNames } from '../lib/copy/language.ts'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { useLanguage } from '../lib/copy/use-language.ts'
import { Link } from '../lib/navigation/link.tsx'
import { usePlace } from '../lib/navigation/navigation.tsx'
import { paths } from '../lib/paths.ts'
import { Mark } from '../ui/mark.tsx'
import { PageHelpLink } from './page-help.tsx'
import { HeaderAccount } from './header-account.tsx'
import { routeAt } from './routes.ts'

/** The head of every page: whose site it is, the other language, the account, and help for this very page. */
export function Header() {
  const translate = useCopy()
  const { pathname } = usePlace()
  return (
    <header className="site-header">
      <div className="page">
        <Link className="site-name" to={paths.home}>
          <Mark />
          {translate('site_name')}
        </Link>
        <nav aria-label={translate('header.label')}>
          <HeaderAccount />
          <LanguageSwitch />
          <PageHelpLink page={routeAt(pathname)?.help ?? 'not-found'} />
        </nav>
      </div>
    </header>
  )
}

/** Changes the language of the page one is on; nothing typed is lost, for nothing is drawn anew but words. */
function LanguageSwitch() {
  const other = useLanguage() === 'en' ? 'es' : 'en'
  // Words that do not arrive leave the page as it is; the notice about the lost connection stands already.
  const switchLanguage = () => void chooseLanguage(other).catch(() => undefined)
  return (
    <button type="button" className="header-link" lang={other} onClick={switchLanguage}>
      {languageNames[other]}
    </button>
  )
}
