import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import type { ContactLine } from '../../../lib/contact/contact-lines.ts'
import { LineHours, PhoneHelp } from '../../../ui/phone-help.tsx'
import { PhoneLink } from '../../../ui/text.tsx'
import { ContentView } from '../content-view.tsx'
import { placesCopy } from '../content.copy.ts'
import { contactLines } from '../content.queries.ts'
import { InformationPage, InformationSection } from '../information.tsx'

const otherWays = ['office', 'child_support', 'feedback'] as const

/** Every way to reach the Department. */
export function ContactPage() {
  const translate = useCopy(placesCopy)
  return (
    <InformationPage title={translate('contact.title')} lead={translate('contact.lead')}>
      <ContentView
        store={contactLines}
        empty={translate('contact.empty')}
        instead={<PhoneHelp lines={['client-information', 'myaccount-support', 'tty']} />}
      >
        {(items) => <Lines items={items} />}
      </ContentView>
      {otherWays.map((way) => (
        <InformationSection
          key={way}
          title={translate(`contact.${way}.title`)}
          text={translate(`contact.${way}.text`)}
        />
      ))}
    </InformationPage>
  )
}

function Lines({ items }: { readonly items: readonly ContactLine[] }) {
  const translate = useCopy(placesCopy)
  return (
    <>
      <InformationSection title={translate('contact.phones.title')}>
        {items
          .filter((line) => line.kind !== 'mail')
          .map((line) => (
            <Line key={line.id} line={line} />
          ))}
      </InformationSection>
      <InformationSection title={translate('contact.mail.title')}>
        {items
          .filter((line) => line.kind === 'mail')
          .map((line) => (
            <Mail key={line.id} line={line} />
          ))}
      </InformationSection>
    </>
  )
}

function Line({ line }: { readonly line: ContactLine }) {
  const language = useLanguage()
  return (
    <div className="entry">
      <h3>{line.name[language]}</h3>
      <p className="entry-number">
        <PhoneLink number={line.phone ?? ''} />
      </p>
      <p>{line.purpose[language]}</p>
      <LineHours line={line} />
    </div>
  )
}

function Mail({ line }: { readonly line: ContactLine }) {
  const language = useLanguage()
  return (
    <div className="entry">
      <address>
        {line.address.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </address>
      <p>{line.purpose[language]}</p>
    </div>
  )
}
