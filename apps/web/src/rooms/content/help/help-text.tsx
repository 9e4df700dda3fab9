import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { helpCopy } from '../content.copy.ts'
import { InformationSection } from '../information.tsx'
import { helpPageOf, isHelpName, type HelpName } from './help-pages.ts'

const parts = ['purpose', 'steps', 'trouble'] as const

interface HelpTextProps {
  readonly name: HelpName
  /** The level of its titles among the headings around it. */
  readonly level?: 2 | 3
}

/** What a page is for, what to do on it, what to do when it does not work, and whom to call. */
export function HelpText({ name, level = 2 }: HelpTextProps) {
  const translate = useCopy(helpCopy)
  return (
    <>
      {parts.map((part) => (
        <InformationSection
          key={part}
          level={level}
          title={translate(`help.heading.${part}`)}
          text={translate(`help.${name}.${part}`)}
        />
      ))}
      <PhoneHelp lines={helpPageOf(name).lines} level={level} />
    </>
  )
}

/** The help for a page as it stands over that page. */
export function HelpOverPage({ name }: { readonly name: string }) {
  const translate = useCopy(helpCopy)
  const known = isHelpName(name) ? name : 'help'
  return (
    <>
      <h2>{translate(`help.${known}.title`)}</h2>
      <HelpText name={known} level={3} />
    </>
  )
}
