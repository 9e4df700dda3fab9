import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Alert } from '../../../ui/alert.tsx'
import { myAccountCopy } from './my-account-copy.ts'

/** For an association whose person stands in no case now. */
export function NoCaseNow() {
  const translate = useCopy(myAccountCopy)
  return (
    <Alert kind="information" title={translate('my_account.no_case.heading')}>
      <p>{translate('my_account.no_case.text')}</p>
    </Alert>
  )
}
