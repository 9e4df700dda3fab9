import type { ReactNode } from 'react'
import { BackLink } from '../../ui/back-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'

interface RecoveryPageProps {
  /** Where the way back leads, on a page that has one. */
  readonly back?: string
  /** Stands between the way back and the heading. */
  readonly progress?: ReactNode
  readonly heading: string
  readonly children: ReactNode
}

/** The frame of a page for whoever cannot sign in: the way back, the heading, and whom to call. */
export function RecoveryPage({ back, progress, heading, children }: RecoveryPageProps) {
  return (
    <div className="page">
      <div className="measure">
        {back !== undefined && <BackLink to={back} />}
        {progress}
        <PageHeading>{heading}</PageHeading>
        {children}
        <PhoneHelp lines={['myaccount-support', 'tty']} />
      </div>
    </div>
  )
}
