import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { programsCopy } from '../content.copy.ts'
import { InformationPage, InformationSection } from '../information.tsx'
import { Prose } from '../prose.tsx'

const parts = ['phone', 'paper', 'person', 'after'] as const

/** How to apply by phone, on paper and in person, until one can apply here. */
export function ApplyPage() {
  const translate = useCopy(programsCopy)
  return (
    <InformationPage title={translate('apply.title')} lead={translate('apply.lead')}>
      <Prose>{translate('apply.programs.text')}</Prose>
      {parts.map((part) => (
        <InformationSection
          key={part}
          title={translate(`apply.${part}.title`)}
          text={translate(`apply.${part}.text`)}
        />
      ))}
      <PhoneHelp lines={['client-information', 'tty']} />
    </InformationPage>
  )
}
