import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Alert } from '../../ui/alert.tsx'
import { FocusBox } from '../../ui/focus-box.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PhoneHelp } from '../../ui/phone-help.tsx'
import { sessionCopy } from './session-copy.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Stands in the place of a page whose session has ended. */
export function SignInAgain() {
  const translate = useCopy(sessionCopy)
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('session.again.heading')}</PageHeading>
        <FocusBox on={true}>
          <Alert kind="information">
            <p>{translate('session.sign_in.ended')}</p>
            <p>{translate('session.again.kept')}</p>
          </Alert>
        </FocusBox>
        <SignInForm />
        <PhoneHelp />
      </div>
    </div>
  )
}
