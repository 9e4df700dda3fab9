import type { Case } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useLanguage } from '../../../lib/copy/use-language.ts'
import { momentInWords } from '../../../lib/dates.ts'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { casesCopy } from '../cases-copy.ts'
import { OfficeOfCase } from './office-of-case.tsx'

/** Who is in the case, its number and office, how new all this is, and what to do when it is not right. */
export function CaseFacts({ facts }: { readonly facts: Case }) {
  const translate = useCopy(casesCopy)
  const language = useLanguage()
  const { clientId, members, office } = facts
  return (
    <section className="case-part">
      <h2>{translate('cases.people')}</h2>
      <ul>
        {members.map(({ id, firstName, lastName, you }) => (
          <li key={id}>
            {firstName} {lastName}
            {you && ` (${translate('cases.you')})`}
          </li>
        ))}
      </ul>
      {clientId !== null && (
        <>
          <h3>{translate('cases.client_id')}</h3>
          <p className="client-id">{clientId.replace(/(\d{3})(?=\d)/g, '$1\u00a0')}</p>
          <p>{translate('cases.client_id.use')}</p>
        </>
      )}
      {office !== null && <OfficeOfCase id={office} />}
      <h3>{translate('cases.wrong')}</h3>
      <p>
        {translate('cases.wrong.text')}{' '}
        <Link to={paths.reportChange}>{translate('cases.report_change')}</Link>
      </p>
      <p className="entry-note">
        {translate('cases.as_of', { moment: momentInWords(facts.asOf, language) })}
      </p>
    </section>
  )
}
