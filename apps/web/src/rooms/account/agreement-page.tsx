import { useCopy } from '../../lib/copy/use-copy.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { accountCopy } from './account-copy.ts'
import { AgreementPending, AgreementText } from './agreement-text.tsx'
import { useAgreement } from './use-agreement.ts'

/** The agreement on a page of its own, to read and to print. */
export function AgreementPage() {
  const translate = useCopy(accountCopy)
  const { state, retry } = useAgreement()
  return (
    <div className="page">
      <div className="measure">
        <PageHeading>{translate('account.agreement.page.heading')}</PageHeading>
        <p>{translate('account.agreement.page.intro')}</p>
        {state.kind === 'ready' ? (
          <>
            <AgreementText agreement={state.agreement} level={2} />
            <div className="button-row">
              <PrintButton />
            </div>
          </>
        ) : (
          <AgreementPending state={state} onRetry={retry} />
        )}
      </div>
    </div>
  )
}
