import { useCallback, type ReactNode } from 'react'
import type { Answer } from '../../../lib/api.ts'
import { fetchOwnCases } from '../../../lib/own-cases.ts'
import { HeldCase } from '../../../lib/own-pages/held-case.tsx'
import { insteadOfOwn, NotAmongYours } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { casePaths } from '../../../lib/paths.ts'

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
  return code === 'case.held' ? <HeldHere caseId={caseId} /> : insteadOfOwn('myAccount')(code)
}

/** Which association it is that has to be confirmed. */
function HeldHere({ caseId }: { readonly caseId: string }) {
  return (
    <LoadedView fetch={fetchOwnCases}>
      {(links) => {
        const held = links.filter((link) => link.held)
        const here = held.find((link) => link.caseId === caseId) ?? held[0]
        return here ? <HeldCase to={casePaths.confirm(here.id)} /> : <NotAmongYours to="myAccount" />
      }}
    </LoadedView>
  )
}
