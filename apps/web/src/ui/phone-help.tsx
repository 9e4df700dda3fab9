import { useCopy } from '../lib/copy/use-copy.tsx'
import { useLanguage } from '../lib/copy/use-language.ts'
import type { ContactLine, ContactLineId } from '../lib/contact/contact-lines.ts'
import { hoursInWords } from '../lib/contact/hours.ts'
import { useContactLines } from '../lib/contact/use-contact-lines.ts'
import { Icon } from './icon.tsx'
import { PhoneLink } from './text.tsx'

interface PhoneHelpProps {
  /** Which lines to show, in this order; MyAccount support unless told. */
  readonly lines?: readonly ContactLineId[]
  /** The level of its title among the page's headings. */
  readonly level?: 2 | 3
}

/** Whom to call, and when somebody answers. Stands on every page that can go wrong. */
export function PhoneHelp({ lines = ['myaccount-support'], level = 2 }: PhoneHelpProps) {
  const translate = useCopy()
  const known = useContactLines().items
  const shown = lines.flatMap((id) => known.filter((line) => line.id === id && line.phone !== null))
  const Heading = `h${level}` as const
  return (
    <section className="phone-help" aria-labelledby="phone-help-title">
      <Heading id="phone-help-title">
        <Icon name="phone" size={20} />
        {translate('phone_help.title')}
      </Heading>
      {shown.map((line) => (
        <PhoneLine key={line.id} line={line} />
      ))}
    </section>
  )
}

function PhoneLine({ line }: { readonly line: ContactLine }) {
  const language = useLanguage()
  return (
    <p>
      {line.name[language]}: <PhoneLink number={line.phone ?? ''} />
      <LineHours line={line} />
    </p>
  )
}

/** When somebody answers a line. */
export function LineHours({ line }: { readonly line: Pick<ContactLine, 'hours' | 'automatedAllDay'> }) {
  const translate = useCopy()
  const language = useLanguage()
  const words = {
    days: (first: string, last: string) => translate('hours.days', { first, last }),
    hours: (days: string, opens: string, closes: string) => translate('hours.hours', { days, opens, closes }),
  }
  return (
    <>
      {line.hours && <span className="hours">{hoursInWords(line.hours, language, words)}</span>}
      {line.automatedAllDay && <span className="hours">{translate('hours.automated')}</span>}
    </>
  )
}
