import type { Case } from '@connect/contract/rooms/cases'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { casesCopy } from '../cases-copy.ts'
import { fetchCase } from '../cases.queries.ts'
import { CaseFacts } from './case-facts.tsx'
import { CaseFrame } from './case-frame.tsx'
import { CaseLoaded } from './case-loaded.tsx'
import { Deadlines } from './deadlines.tsx'
import { NextIssuances } from './next-issuances.tsx'
import { Programs } from './programs.tsx'

/** A case: what must be done, what one gets, when it comes, and for whom. */
export function CasePage() {
  const translate = useCopy(casesCopy)
  return (
    <CaseFrame heading={translate('cases.heading')} part="overview">
      {(caseId) => (
        <CaseLoaded caseId={caseId} fetch={fetchCase}>
          {(facts) => <Overview facts={facts} />}
        </CaseLoaded>
      )}
    </CaseFrame>
  )
}

function Overview({ facts }: { readonly facts: Case }) {
  return (
    <>
      <Deadlines facts={facts} />
      <Programs facts={facts} />
      <NextIssuances facts={facts} />
      <CaseFacts facts={facts} />
    </>
  )
}
