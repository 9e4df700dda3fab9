import { useState } from 'react'
import type { ListedReport } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { HeldCase } from '../../../lib/own-pages/held-case.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { casePaths, paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
import { flowCopy } from '../flow-copy.ts'
import { DraftEntry } from './draft-entry.tsx'
import { NoCase } from './no-case.tsx'
import { StartForm } from './start-form.tsx'
import { fetchStart, type Start } from './start.queries.ts'
import '../flow/flow.css'

/** The way in: reports that were begun and not sent, and the button that begins a new one. */
export function StartPage() {
  const translate = useCopy(flowCopy)
  return (
    <OwnPage
      heading={translate('changes.start.heading')}
      back="my_account"
      lines={['client-information', 'tty']}
    >
      {() => (
        <>
          <p>
            <strong>{translate('changes.start.lead')}</strong> {translate('changes.start.lead.example')}
          </p>
          <LoadedView fetch={fetchStart}>{(start) => <Beginning start={start} />}</LoadedView>
          <p className="start-other">
            <Link className="later-link" to={paths.reportChangeOtherWays}>
              {translate('changes.start.other_ways')}
            </Link>
          </p>
        </>
      )}
    </OwnPage>
  )
}

function Beginning({ start: { cases, drafts, heldLinkId } }: { readonly start: Start }) {
  const translate = useCopy(flowCopy)
  const [deleted, setDeleted] = useState<ListedReport>()
  const [gone, setGone] = useState<readonly string[]>([])
  if (heldLinkId !== undefined) return <HeldCase to={casePaths.confirm(heldLinkId)} />
  const left = drafts.filter(({ id }) => !gone.includes(id))
  return (
    <>
      <FocusBox on={deleted}>
        {deleted && (
          <Alert kind="success">
            <p>{translate('changes.start.deleted')}</p>
          </Alert>
        )}
      </FocusBox>
      {left.length > 0 && (
        <section>
          <h2>{translate('changes.start.drafts', { count: left.length })}</h2>
          {left.map((draft) => (
            <DraftEntry
              key={draft.id}
              draft={draft}
              caseName={cases.length > 1 ? cases.find(({ id }) => id === draft.caseId)?.name : undefined}
              onDeleted={() => {
                setGone([...gone, draft.id])
                setDeleted(draft)
              }}
            />
          ))}
        </section>
      )}
      {cases.length === 0 ? <NoCase /> : <StartForm cases={cases} hasDrafts={left.length > 0} />}
    </>
  )
}
