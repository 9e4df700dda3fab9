import type { ReactNode } from 'react'
import { Navigate } from '../lib/navigation/link.tsx'
import { useCopy } from '../lib/copy/use-copy.tsx'
import { paths } from '../lib/paths.ts'
import { Alert } from '../ui/alert.tsx'
import { BackLink } from '../ui/back-link.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type SummaryError } from '../ui/error-summary.tsx'
import { RequiredNote } from '../ui/field.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { PhoneHelp } from '../ui/phone-help.tsx'
import { Progress } from '../ui/progress.tsx'
import { CancelButton } from './cancel-button.tsx'
import type { Step } from './use-step.ts'
import { wizardCopy } from './wizard-copy.ts'
import './wizard.css'

interface StepPageProps<Draft extends object> {
  readonly step: Step<Draft>
  /** The question that the step asks. */
  readonly heading: string
  readonly errors: readonly SummaryError[]
  /** What stands between heading and form. */
  readonly introduction?: ReactNode
  readonly hasRequiredFields?: boolean
  readonly children: ReactNode
}

/** The frame of a step: back link, progress, heading, errors, the form, and its two buttons. */
export function StepPage<Draft extends object>(props: StepPageProps<Draft>) {
  const { step, heading, errors, introduction, hasRequiredFields = true, children } = props
  const translate = useCopy(wizardCopy)
  if (step.detour) return <Navigate to={step.detour.path} state={step.detour.state} replace />
  return (
    <div className="page">
      <div className="measure">
        {step.pathBack === null ? (
          <BackLink to={paths.home}>{translate('wizard.home')}</BackLink>
        ) : (
          <BackLink to={step.pathBack} />
        )}
        <Progress step={step.position.position} steps={step.position.count} />
        <PageHeading>{heading}</PageHeading>
        <ErrorSummary errors={errors} attempt={step.attempt} />
        {step.notice !== undefined && errors.length === 0 && (
          <Alert kind="information" announce>
            <p>
              {step.notice === 'secrets'
                ? translate('wizard.detour.secrets')
                : translate('wizard.detour.skipped')}
            </p>
          </Alert>
        )}
        {introduction}
        <form className="step-form" noValidate onSubmit={step.submit}>
          {hasRequiredFields && <RequiredNote />}
          {children}
          <div className="button-row">
            <Button type="submit" busy={step.busy}>
              {translate('continue')}
            </Button>
            <CancelButton onCancel={step.leave} mayHaveArrived={step.mayHaveArrived} />
          </div>
        </form>
        <PhoneHelp />
      </div>
    </div>
  )
}
