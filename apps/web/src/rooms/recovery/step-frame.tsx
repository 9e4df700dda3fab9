import type { ReactNode } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { paths } from '../../lib/paths.ts'
import { Alert } from '../../ui/alert.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { recoveryCopy } from './recovery-copy.ts'
import { RecoveryPage } from './recovery-page.tsx'
import { forgetRecovery } from './recovery-state.ts'

interface StepFrameProps {
  readonly step: 1 | 2 | 3
  readonly back: string
  readonly heading: string
  readonly children: ReactNode
}

/** A step of getting a new password: the way back, how far one has come, the question, and whom to call. */
export function StepFrame({ step, back, heading, children }: StepFrameProps) {
  return (
    <RecoveryPage back={back} progress={<Progress step={step} steps={3} />} heading={heading}>
      {children}
    </RecoveryPage>
  )
}

/** The way out. What has been opened is closed: somebody else may sit here next. */
export function CancelLink() {
  const translate = useCopy(recoveryCopy)
  return (
    <Link to={paths.signIn} onClick={forgetRecovery}>
      {translate('cancel')}
    </Link>
  )
}

/** For a step that has nothing to show: the page was loaded anew, or somebody came by the address alone. */
export function BeginAnew({ heading }: { readonly heading: string }) {
  const translate = useCopy(recoveryCopy)
  return (
    <RecoveryPage heading={heading}>
      <Alert kind="information" title={translate('recovery.anew.heading')}>
        <p>{translate('recovery.anew.text')}</p>
      </Alert>
      <div className="button-row">
        <LinkButton to={paths.recover.begin}>{translate('recovery.anew.begin')}</LinkButton>
        <LinkButton to={paths.signIn} variant="secondary">
          {translate('recovery.to_sign_in')}
        </LinkButton>
      </div>
    </RecoveryPage>
  )
}
