import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckboxField } from '../../../ui/choices.tsx'
import { StepPage } from '../../../wizard/step-page.tsx'
import { useStep } from '../../../wizard/use-step.ts'
import { accountCopy } from '../account-copy.ts'
import { AgreementPending, AgreementText } from '../agreement-text.tsx'
import { signup } from '../signup.ts'
import { useAgreement } from '../use-agreement.ts'

/** Step 5: the agreement, readable and printable in its place, and the box that accepts it. */
export function AgreementStep() {
  const translate = useCopy(accountCopy)
  const step = useStep(signup, 'agreement')
  const { state, retry } = useAgreement()
  const given = step.draft.agreement
  const labels = { 'agreement.accepted': translate('account.step.agreement') }
  const { errorOf, summary } = useFormErrors(
    // Whatever is wrong with the agreement is mended at its box.
    step.issues.map((issue) => ({ ...issue, pointer: '/agreement/accepted' })),
    labels,
  )
  return (
    <StepPage
      step={step}
      heading={translate('account.agreement.heading')}
      errors={summary}
      introduction={<p className="screen-only">{translate('account.agreement.intro')}</p>}
    >
      {state.kind === 'ready' ? (
        <>
          <div className="agreement">
            <p className="agreement-title print-only">{translate('account.agreement.page.heading')}</p>
            <AgreementText agreement={state.agreement} level={2} />
          </div>
          <p className="agreement-ways screen-only">
            <Button
              variant="quiet"
              icon="print"
              onClick={() => {
                window.print()
              }}
            >
              {translate('account.agreement.print')}
            </Button>
            <a href={paths.agreement} target="_blank" rel="noopener">
              {translate('account.agreement.open')}
            </a>
          </p>
          <CheckboxField
            name="agreement.accepted"
            label={translate('account.agreement.accept')}
            error={errorOf('agreement.accepted')}
            required
            // Accepting holds for the version that stands here, and no other.
            checked={given?.accepted === true && given.version === state.agreement.version}
            onChange={(event) => {
              step.answer({ agreement: { version: state.agreement.version, accepted: event.target.checked } })
            }}
          />
        </>
      ) : (
        <AgreementPending state={state} onRetry={retry} />
      )}
    </StepPage>
  )
}
