import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { myAccountCopy } from './my-account-copy.ts'

/** What will stand here, and how it comes to be: for whoever has no case here yet. */
export function AssociateFirst() {
  const translate = useCopy(myAccountCopy)
  return (
    <section className="next-step measure" aria-labelledby="associate-case">
      <h2 id="associate-case">{translate('my_account.associate.heading')}</h2>
      <p>{translate('my_account.associate.text')}</p>
      <p>{translate('my_account.associate.then')}</p>
      <ul>
        <li>{translate('my_account.associate.benefits')}</li>
        <li>{translate('my_account.associate.payments')}</li>
        <li>{translate('my_account.associate.dates')}</li>
        <li>{translate('my_account.associate.letters')}</li>
      </ul>
      <p>{translate('my_account.associate.need')}</p>
      <LinkButton to={paths.associateCase} icon="arrow-right">
        {translate('my_account.associate.action')}
      </LinkButton>
    </section>
  )
}
