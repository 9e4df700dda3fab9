import type { ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { programsCopy } from '../content.copy.ts'
import { InformationPage, InformationSection } from '../information.tsx'

const cashPrograms = ['tfa', 'state_supplement', 'saga'] as const
const medicalPrograms = ['husky_a', 'husky_b', 'husky_c', 'husky_d'] as const

/** What each program gives and who it is for, until the screening questions are built; it says that they are not. */
export function AmIEligiblePage() {
  const translate = useCopy(programsCopy)
  return (
    <InformationPage title={translate('eligible.title')} lead={translate('eligible.lead')}>
      <Alert kind="information" title={translate('eligible.not_yet.title')}>
        <p>{translate('eligible.not_yet.text')}</p>
      </Alert>
      <InformationSection title={translate('eligible.next.title')} text={translate('eligible.next.text')} />
      <div className="button-row">
        <LinkButton to={paths.apply}>{translate('apply.title')}</LinkButton>
      </div>
      <Programs />
      <InformationSection title={translate('eligible.ready.title')} text={translate('eligible.ready.text')} />
      <PhoneHelp lines={['client-information']} />
    </InformationPage>
  )
}

function Programs() {
  const translate = useCopy(programsCopy)
  return (
    <>
      <ProgramGroup icon="food" title={translate('programs.food.title')}>
        <Program gives={translate('programs.snap.gives')} isFor={translate('programs.snap.for')} />
      </ProgramGroup>
      <ProgramGroup icon="cash" title={translate('programs.cash.title')}>
        {cashPrograms.map((program) => (
          <Program
            key={program}
            name={translate(`programs.${program}.name`)}
            gives={translate(`programs.${program}.gives`)}
            isFor={translate(`programs.${program}.for`)}
          />
        ))}
      </ProgramGroup>
      <ProgramGroup icon="medical" title={translate('programs.medical.title')}>
        <p>{translate('programs.husky.gives')}</p>
        {medicalPrograms.map((program) => (
          <Program
            key={program}
            name={translate(`programs.${program}.name`)}
            isFor={translate(`programs.${program}.for`)}
          />
        ))}
      </ProgramGroup>
      <ProgramGroup icon="medical" title={translate('programs.msp.title')}>
        <Program gives={translate('programs.msp.gives')} isFor={translate('programs.msp.for')} />
      </ProgramGroup>
    </>
  )
}

interface ProgramGroupProps {
  readonly icon: IconName
  readonly title: string
  readonly children: ReactNode
}

function ProgramGroup({ icon, title, children }: ProgramGroupProps) {
  return (
    <section className="information">
      <h2 className="icon-title">
        <Icon name={icon} size={28} />
        {title}
      </h2>
      {children}
    </section>
  )
}

interface ProgramProps {
  /** Left out where the group has one program and bears its name. */
  readonly name?: string
  readonly gives?: string
  readonly isFor: string
}

function Program({ name, gives, isFor }: ProgramProps) {
  const translate = useCopy(programsCopy)
  return (
    <div className="program">
      {name !== undefined && <h3>{name}</h3>}
      <dl className="description">
        {gives !== undefined && (
          <div>
            <dt>{translate('programs.what_it_gives')}</dt>
            <dd>{gives}</dd>
          </div>
        )}
        <div>
          <dt>{translate('programs.who_it_is_for')}</dt>
          <dd>{isFor}</dd>
        </div>
      </dl>
    </div>
  )
}
