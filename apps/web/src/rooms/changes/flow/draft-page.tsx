import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Session } from '@connect/contract/rooms/session'
import type { Answer } from '../../../lib/api.ts'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { insteadOfOwn } from '../../../lib/own-pages/instead-of-own.tsx'
import { LoadFailed } from '../../../lib/own-pages/load-failed.tsx'
import { useLoaded } from '../../../lib/own-pages/use-loaded.ts'
import { paths } from '../../../lib/paths.ts'
import { RequireSession } from '../../../lib/require-session.tsx'
import { BackLink } from '../../../ui/back-link.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { PhoneHelp } from '../../../ui/phone-help.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { KeptDraft } from '../draft/draft-keeper.ts'
import { knownDraft, openDraft, type OpenDraft } from '../draft/open-drafts.ts'
import { flowCopy } from '../flow-copy.ts'
import { DraftOver } from './draft-over.tsx'
import './flow.css'

/** What a page of the flow works with. */
export interface DraftOnPage extends OpenDraft {
  readonly kept: KeptDraft
  readonly session: Session
}

export interface StepProps {
  readonly draft: DraftOnPage
}

/** A page about a draft that the address names: for whoever is signed in, once the draft is there. */
export function DraftPage({ children }: { readonly children: (draft: DraftOnPage) => ReactNode }) {
  const { reportId = '' } = useParams()
  return (
    <RequireSession>
      {(session) => (
        <div className="page">
          <div className="measure">
            <Opened key={reportId} reportId={reportId} session={session}>
              {children}
            </Opened>
            <PhoneHelp lines={['client-information', 'tty']} />
          </div>
        </div>
      )}
    </RequireSession>
  )
}

interface OpenedProps {
  readonly reportId: string
  readonly session: Session
  readonly children: (draft: DraftOnPage) => ReactNode
}

function Opened({ reportId, session, children }: OpenedProps) {
  // From one step to the next nothing has to be waited for.
  const [known] = useState(() => knownDraft(reportId))
  const open = useCallback(() => openDraft(reportId), [reportId])
  if (known) return <Kept open={known} session={session} children={children} />
  return <Opening open={open} session={session} children={children} />
}

type OpeningProps = Omit<OpenedProps, 'reportId'> & { readonly open: () => Promise<Answer<OpenDraft>> }

/** A draft that has to be fetched first. The step has a heading and a way back of its own, for when it is there. */
function Opening({ open, session, children }: OpeningProps) {
  const translate = useCopy(flowCopy)
  const { state, retry } = useLoaded(open)
  if (state.kind === 'ready') return <Kept open={state.value} session={session} children={children} />
  if (state.kind === 'loading') return <Skeleton lines={6} />
  return (
    <>
      <BackLink to={paths.reportChange}>{translate('changes.back_to_start')}</BackLink>
      <PageHeading>{translate('changes.start.heading')}</PageHeading>
      {insteadOfOwn('reportChange')(state.code) ?? <LoadFailed code={state.code} onRetry={retry} />}
    </>
  )
}

/** The draft as it is at the moment; what it has become elsewhere stands in its place where it is one no more. */
function Kept({ open, session, children }: Omit<OpenedProps, 'reportId'> & { readonly open: OpenDraft }) {
  const { keeper } = open
  const kept = useSyncExternalStore(keeper.subscribe, keeper.get)
  // Also when the page is there again after its session had ended: what could not be sent goes out now.
  useEffect(() => {
    void keeper.flush().then(() => keeper.refresh())
  }, [keeper])
  const { keeping, changes, report } = kept
  // What was typed into a draft that was deleted or submitted elsewhere stays on its page.
  const isGone = keeping === 'gone' && changes.length === 0
  const isSubmitted = keeping === 'submitted' || (report.status !== 'draft' && keeping !== 'sentWithout')
  if (isGone || isSubmitted) return <DraftOver report={report} isGone={isGone} />
  return children({ ...open, kept, session })
}
