import { Fragment } from 'react'
import { useContactLines } from '../../../lib/contact/use-contact-lines.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { PhoneLink } from '../../../ui/text.tsx'
import { aboutCopy } from '../content.copy.ts'
import { InformationPage, InformationSection } from '../information.tsx'
import { taglines } from '../taglines.ts'

const parts = ['notice', 'aids', 'complain'] as const

/** That nobody is treated worse, what help is free, and how to complain. */
export function NondiscriminationPage() {
  const translate = useCopy(aboutCopy)
  return (
    <InformationPage title={translate('nondiscrimination.title')} lead={translate('nondiscrimination.lead')}>
      {parts.map((part) => (
        <InformationSection
          key={part}
          title={translate(`nondiscrimination.${part}.title`)}
          text={translate(`nondiscrimination.${part}.text`)}
        />
      ))}
      <InformationSection
        id="languages"
        title={translate('nondiscrimination.languages.title')}
        text={translate('nondiscrimination.languages.text')}
      >
        <Taglines />
      </InformationSection>
      <PhoneHelp lines={['client-information', 'tty']} />
    </InformationPage>
  )
}

function Taglines() {
  const lines = useContactLines().items
  const numbers: Record<string, string> = {
    '{phone}': lines.find((line) => line.id === 'client-information')?.phone ?? '',
    '{tty}': lines.find((line) => line.id === 'tty')?.phone ?? '',
  }
  return (
    <ul className="taglines">
      {taglines.map(({ language, direction, name, text }) => (
        <li key={language} lang={language} dir={direction ?? 'ltr'}>
          <strong>{name}</strong>
          <p>
            {text.split(/(\{phone\}|\{tty\})/).map((part, index) => (
              <Fragment key={index}>
                {numbers[part] === undefined ? part : <TaglineNumber number={numbers[part]} />}
              </Fragment>
            ))}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** A phone number reads from left to right in every script. */
function TaglineNumber({ number }: { readonly number: string }) {
  return (
    <bdi dir="ltr">
      <PhoneLink number={number} />
    </bdi>
  )
}
