import { useCallback, type ReactNode } from 'react'
import type { Answer } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { casesCopy } from '../cases-copy.ts'
import { HeldCase } from '../held-case.tsx'
import { fetchOwnCases } from '../../../lib/own-cases.ts'

interface CaseLoadedProps<Value> {
  readonly caseId: string
  /** The same function for ever. */
  readonly fetch: (caseId: string) => Promise<Answer<Value>>
  readonly children: (value: Value) => ReactNode
}

/** Shows something of a case, or says what to do where it is closed for now or not among one's own. */
export function CaseLoaded<Value>({ caseId, fetch, children }: CaseLoadedProps<Value>) {
  const fetchOfCase = useCallback(() => fetch(caseId), [fetch, caseId])
  return (
    <LoadedView fetch={fetchOfCase} instead={(code) => insteadOf(code, caseId)}>
      {children}
    </LoadedView>
  )
}

/** What a failure with this code means on the pages of a case. */
export function insteadOf(code: string, caseId: string): ReactNode {
  if (code === 'case.held') return <HeldHere caseId={caseId} />
  // What is no id at all is a part of the address that breaks a rule.
  return code === 'resource.not_found' || code === 'request.invalid' ? <NotAmongYours /> : undefined
}

function HeldHere({ caseId }: { readonly caseId: string }) {
  return (
    <LoadedView fetch={fetchOwnCases}>
      {(links) => {
        const held = links.filter((link) => link.held)
        const here = held.find((link) => link.caseId === caseId) ?? held[0]
        return here ? <HeldCase linkId={here.id} /> : <NotAmongYours />
      }}
    </LoadedView>
  )
}

function NotAmongYours() {
  const translate = useCopy(casesCopy)
  return (
    <Alert kind="information" title={translate('cases.not_found.heading')}>
      <p>{translate('cases.not_found.text')}</p>
      <p>
        <Link to={paths.myAccount}>{translate('cases.not_found.action')}</Link>
      </p>
    </Alert>
  )
}
