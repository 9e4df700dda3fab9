import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { aboutCopy } from '../content.copy.ts'
import { InformationPage, InformationSection } from '../information.tsx'

const aboutParts = ['now', 'later', 'promise'] as const
const disclaimerParts = ['information', 'decisions', 'dates', 'links', 'outage'] as const
const privacyParts = ['ask', 'keep', 'browser', 'share', 'choices'] as const
const accessibilityParts = ['goal', 'tell', 'meanwhile', 'limits'] as const

/** What the portal is, what works now and what does not yet. */
export function AboutPage() {
  const translate = useCopy(aboutCopy)
  return (
    <InformationPage title={translate('about.title')} lead={translate('about.lead')}>
      {aboutParts.map((part) => (
        <InformationSection
          key={part}
          title={translate(`about.${part}.title`)}
          text={translate(`about.${part}.text`)}
        />
      ))}
      <PhoneHelp lines={['myaccount-support', 'client-information']} />
    </InformationPage>
  )
}

/** How far one may rely on what stands here. */
export function DisclaimerPage() {
  const translate = useCopy(aboutCopy)
  return (
    <InformationPage title={translate('disclaimer.title')} lead={translate('disclaimer.lead')}>
      {disclaimerParts.map((part) => (
        <InformationSection
          key={part}
          title={translate(`disclaimer.${part}.title`)}
          text={translate(`disclaimer.${part}.text`)}
        />
      ))}
      <PhoneHelp lines={['client-information']} />
    </InformationPage>
  )
}

/** What is asked, why, where it is kept, and what one may do about it. */
export function PrivacyPage() {
  const translate = useCopy(aboutCopy)
  return (
    <InformationPage title={translate('privacy.title')} lead={translate('privacy.lead')}>
      {privacyParts.map((part) => (
        <InformationSection
          key={part}
          title={translate(`privacy.${part}.title`)}
          text={translate(`privacy.${part}.text`)}
        />
      ))}
      <PhoneHelp />
    </InformationPage>
  )
}

/** What is done so that everybody can use the portal, and whom to tell about a barrier. */
export function AccessibilityPage() {
  const translate = useCopy(aboutCopy)
  return (
    <InformationPage title={translate('accessibility.title')} lead={translate('accessibility.lead')}>
      {accessibilityParts.map((part) => (
        <InformationSection
          key={part}
          title={translate(`accessibility.${part}.title`)}
          text={translate(`accessibility.${part}.text`)}
        />
      ))}
      <PhoneHelp lines={['myaccount-support', 'client-information', 'tty']} />
    </InformationPage>
  )
}
