import { issueCodes, problemCodes, problems } from '@connect/contract/problems'
import { Link } from '../../../lib/navigation/link.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { problemPath } from '../../../lib/paths.ts'
import { problemsCopy } from '../content.copy.ts'
import { InformationPage, InformationSection } from '../information.tsx'
import { Prose } from '../prose.tsx'

/** The catalogue of what the API may answer when it does not do what it was asked. For people who write programs. */
export function ProblemsPage() {
  const translate = useCopy(problemsCopy)
  return (
    <InformationPage title={translate('problems.title')} lead={translate('problems.lead')}>
      <Prose>{translate('problems.person')}</Prose>
      <InformationSection title={translate('problems.form.title')} text={translate('problems.form.text')} />
      <InformationSection title={translate('problems.list.title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{translate('problems.code')}</th>
              <th scope="col">{translate('problems.status')}</th>
            </tr>
          </thead>
          <tbody>
            {problemCodes.map((code) => (
              <tr key={code}>
                <th scope="row">
                  <Link to={problemPath(code)} className="code">
                    {code}
                  </Link>
                  <span lang="en">{problems[code].title}</span>
                </th>
                <td>{problems[code].status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </InformationSection>
      <InformationSection title={translate('problems.issues.title')} text={translate('problems.issues.text')}>
        <Issues />
      </InformationSection>
    </InformationPage>
  )
}

function Issues() {
  return (
    <dl className="description">
      {Object.entries(issueCodes).map(([code, line]) => (
        <div key={code} id={code}>
          <dt className="code">{code}</dt>
          <dd lang="en">{line}</dd>
        </div>
      ))}
    </dl>
  )
}
