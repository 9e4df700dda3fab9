import { useCopy } from '../lib/copy/use-copy.tsx'
import { useLanguage } from '../lib/copy/use-language.ts'
import { dateInWords } from '../lib/dates.ts'
import { Link } from '../lib/navigation/link.tsx'
import { usePlace } from '../lib/navigation/navigation.tsx'
import { paths, stateHome } from '../lib/paths.ts'
import { Mark } from '../ui/mark.tsx'
import { ThemeChoice } from './theme-choice.tsx'

/** The foot of every page: the ways about the site, what the law wants said, and how the site looks. */
export function Footer() {
  const translate = useCopy()
  const { pathname } = usePlace()
  return (
    <footer className="site-footer">
      <div className="page">
        <nav aria-label={translate('footer.label')}>
          <ul className="footer-links">
            <FooterLink to={paths.home}>{translate('footer.home')}</FooterLink>
            <FooterLink to={paths.signIn}>{translate('footer.sign_in')}</FooterLink>
            <FooterLink to={paths.createAccount.name}>{translate('footer.create_account')}</FooterLink>
            <FooterLink to={paths.questions}>{translate('footer.questions')}</FooterLink>
            <FooterLink to={paths.contact}>{translate('footer.contact')}</FooterLink>
            <li>
              <Link to={paths.feedback} state={{ from: pathname }}>
                {translate('footer.feedback')}
              </Link>
            </li>
            <FooterLink to={paths.about}>{translate('footer.about')}</FooterLink>
            <li>
              <a href={stateHome}>{translate('footer.state_home')}</a>
            </li>
            <FooterLink to={`${paths.nondiscrimination}#languages`}>
              {translate('footer.languages')}
            </FooterLink>
            <FooterLink to={paths.nondiscrimination}>{translate('footer.nondiscrimination')}</FooterLink>
            <FooterLink to={paths.accessibility}>{translate('footer.accessibility')}</FooterLink>
            <FooterLink to={paths.privacy}>{translate('footer.privacy')}</FooterLink>
            <FooterLink to={paths.disclaimer}>{translate('footer.disclaimer')}</FooterLink>
          </ul>
        </nav>
        <div className="footer-end">
          <p>
            <Mark size={28} />
            {translate('department')}
          </p>
          <ThemeChoice />
        </div>
      </div>
      <PrintedNote />
    </footer>
  )
}

function FooterLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <li>
      <Link to={to}>{children}</Link>
    </li>
  )
}

/** On paper: when it was printed, and where the page is to be found. */
function PrintedNote() {
  const translate = useCopy()
  const language = useLanguage()
  const { pathname } = usePlace()
  const values = {
    date: dateInWords(new Date().toISOString(), language),
    address: location.origin + pathname,
  }
  return <p className="print-only">{translate('printed', values)}</p>
}
