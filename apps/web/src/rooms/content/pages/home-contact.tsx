import { useContactLines } from '../../../lib/contact/use-contact-lines.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { Icon } from '../../../ui/icon.tsx'
import { LineHours } from '../../../ui/phone-help.tsx'
import { PhoneLink } from '../../../ui/text.tsx'
import { homeCopy } from '../home.copy.ts'

/** Phone lines with their hours, and the address for letters. */
export function HomeContact() {
  const translate = useCopy(homeCopy)
  const language = useLanguage()
  const lines = useContactLines().items
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{translate('home.contact')}</h2>
      <ul className="home-lines">
        {lines
          .filter((line) => line.kind !== 'mail')
          .map((line) => (
            <li key={line.id}>
              <h3>{line.name[language]}</h3>
              <p>
                <Icon name="phone" size={20} />
                <PhoneLink number={line.phone ?? ''} />
              </p>
              <p>{line.purpose[language]}</p>
              <LineHours line={line} />
            </li>
          ))}
        {lines
          .filter((line) => line.kind === 'mail')
          .map((line) => (
            <li key={line.id}>
              <h3>{translate('home.mail')}</h3>
              <address>
                {line.address.map((row) => (
                  <span key={row}>{row}</span>
                ))}
              </address>
              <p>{line.purpose[language]}</p>
            </li>
          ))}
      </ul>
      <p>
        <Link to={paths.contact}>{translate('home.contact_more')}</Link>
      </p>
    </section>
  )
}
