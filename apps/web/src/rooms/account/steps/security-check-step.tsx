import type { RequestIssue } from '@connect/contract/shared/issues'
import { captchaCopy } from '../../../lib/captcha/captcha-copy.ts'
import { SecurityCheckBox } from '../../../lib/captcha/security-check-box.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFormErrors } from '../../../lib/form-errors.tsx'
import { StepPage } from '../../../wizard/step-page.tsx'
import { useStep } from '../../../wizard/use-step.ts'
import { accountCopy } from '../account-copy.ts'
import { signup, signupCheck } from '../signup.ts'

/** Step 4: "I'm not a robot". */
export function SecurityCheckStep() {
  const translate = useCopy(accountCopy)
  const translateCheck = useCopy(captchaCopy)
  const step = useStep(signup, 'security-check')
  const ownWords = ({ pointer }: RequestIssue) =>
    pointer === '/captcha' ? translate('account.security_check.missing') : undefined
  const { errorOf, summary } = useFormErrors(
    step.issues,
    { captcha: translateCheck('captcha.label') },
    ownWords,
  )
  return (
    <StepPage
      step={step}
      heading={translate('account.security_check.heading')}
      errors={summary}
      introduction={<p>{translate('account.security_check.intro')}</p>}
    >
      <SecurityCheckBox
        name="captcha"
        check={signupCheck}
        error={errorOf('captcha')}
        onSolved={(captcha) => {
          step.answer({ captcha })
          step.forgive('/captcha')
        }}
      />
    </StepPage>
  )
}
