import { issueCodes, problemCodes, problems } from '@connect/contract/problems'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { paths } from '../../../lib/paths.ts'
import { BackLink } from '../../../ui/back-link.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { problemsCopy } from '../content.copy.ts'
import { InformationPage, InformationSection } from '../information.tsx'
import { exampleOf } from '../problems/example.ts'
import { Prose } from '../prose.tsx'

/** What one code of the catalogue means; the `type` of every problem document leads here. */
export function ProblemPage() {
  const translate = useCopy(problemsCopy)
  const given = useParams()['code']
  const code = problemCodes.find((known) => known === given)
  if (code === undefined) {
    const issue = Object.entries(issueCodes).find(([known]) => known === given)
    if (issue !== undefined) return <Issue code={issue[0]} line={issue[1]} />
    return (
      <InformationPage
        title={translate('problems.unknown.title')}
        lead={translate('problems.unknown.text')}
      />
    )
  }
  const { status, title } = problems[code]
  return (
    <div className="page">
      <BackLink to={paths.problems}>{translate('problems.all')}</BackLink>
      <PageHeading kicker={translate('problems.title')}>{code}</PageHeading>
      <dl className="description">
        <div>
          <dt>{translate('problems.heading')}</dt>
          <dd lang="en">{title}</dd>
        </div>
        <div>
          <dt>{translate('problems.status')}</dt>
          <dd>{status}</dd>
        </div>
      </dl>
      <InformationSection
        title={translate('problems.meaning')}
        text={translate(`problems.${code}.meaning`)}
      />
      <InformationSection title={translate('problems.action')} text={translate(`problems.${code}.action`)} />
      <InformationSection title={translate('problems.example')}>
        <pre className="code-block">
          <code>{JSON.stringify(exampleOf(code), null, 2)}</code>
        </pre>
      </InformationSection>
      <Prose>{translate('problems.person')}</Prose>
    </div>
  )
}

/** A code that stands in the `errors` of a problem: what there is to say of it is one line. */
function Issue({ code, line }: { readonly code: string; readonly line: string }) {
  const translate = useCopy(problemsCopy)
  return (
    <div className="page">
      <BackLink to={paths.problems}>{translate('problems.all')}</BackLink>
      <PageHeading kicker={translate('problems.issues.title')}>{code}</PageHeading>
      <InformationSection title={translate('problems.action')}>
        <p lang="en">{line}</p>
      </InformationSection>
      <Prose>{translate('problems.person')}</Prose>
    </div>
  )
}
