import type { ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { casePaths } from '../../../lib/paths.ts'
import { casesCopy } from '../cases-copy.ts'
import { casesOf, useKnownCases } from '../../../lib/own-cases.ts'
import { ReportChangeButton } from '../report-change-button.tsx'
import '../cases.css'

const parts = ['overview', 'payments', 'letters'] as const

interface CaseFrameProps {
  readonly heading: string
  readonly part: (typeof parts)[number]
  readonly children: (caseId: string) => ReactNode
}

/** The frame of a case's pages: whose case it is where there are several, its pages, and the way to report a change. */
export function CaseFrame({ heading, part, children }: CaseFrameProps) {
  const { id = '' } = useParams()
  return (
    <OwnPage heading={heading} kicker={useKicker(id)} back="my_account" lines={['client-information', 'tty']}>
      {() => (
        // Another case is another page: nothing of the one before stays.
        <div key={id}>
          <CaseNavigation caseId={id} part={part} />
          <ReportChangeButton />
          {children(id)}
        </div>
      )}
    </OwnPage>
  )
}

function CaseNavigation({
  caseId,
  part,
}: {
  readonly caseId: string
  readonly part: CaseFrameProps['part']
}) {
  const translate = useCopy(casesCopy)
  return (
    <nav aria-label={translate('cases.nav.label')} className="case-nav screen-only">
      <ul>
        {parts.map((name) => (
          <li key={name}>
            <Link to={casePaths[name](caseId)} {...(name === part && { 'aria-current': 'page' })}>
              {translate(`cases.nav.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Whose case it is, where one has several. */
function useKicker(caseId: string): string | undefined {
  const translate = useCopy(casesCopy)
  const cases = casesOf(useKnownCases() ?? [])
  const name = cases.find(({ id }) => id === caseId)?.name
  return cases.length > 1 && name !== undefined ? translate('cases.case_of', { name }) : undefined
}
