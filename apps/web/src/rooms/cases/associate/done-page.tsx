import type { OwnCaseLink } from '@connect/contract/rooms/case-links'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link, Navigate } from '../../../lib/navigation/link.tsx'
import { usePlace } from '../../../lib/navigation/navigation.tsx'
import { HeldCase } from '../../../lib/own-pages/held-case.tsx'
import { LoadedView } from '../../../lib/own-pages/loaded-view.tsx'
import { OwnPage } from '../../../lib/own-pages/own-page.tsx'
import { casePaths, paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { Card, CardGrid } from '../../../ui/card.tsx'
import { fetchOwnCases } from '../../../lib/own-cases.ts'
import { associateCopy } from './associate-copy.ts'
import '../cases.css'

/** What the page before hands over, in the history entry. */
export interface DoneState {
  readonly linkId: string
  /** Whether the case was there before, closed. */
  readonly wasHeld: boolean
}

/** Says that a case is associated, or open again, and what one can do now. */
export function DonePage() {
  const done = readDone(usePlace().state)
  return done === undefined ? <Navigate to={paths.ownCases} replace /> : <DoneFrame done={done} />
}

function DoneFrame({ done: { linkId, wasHeld } }: { readonly done: DoneState }) {
  const translate = useCopy(associateCopy)
  return (
    <OwnPage
      heading={translate(wasHeld ? 'done.heading.open_again' : 'done.heading')}
      back="my_account"
      lines={['client-information', 'tty']}
    >
      {() => (
        <LoadedView fetch={fetchOwnCases}>
          {(links) => {
            const link = links.find(({ id }) => id === linkId)
            // It was removed since then: this page is in the history still.
            if (link === undefined) return <Navigate to={paths.ownCases} replace />
            return <Done link={link} wasHeld={wasHeld} held={links.find(({ held }) => held)} />
          }}
        </LoadedView>
      )}
    </OwnPage>
  )
}

interface DoneProps {
  readonly link: OwnCaseLink
  readonly wasHeld: boolean
  /** Another one, which is closed still. */
  readonly held: OwnCaseLink | undefined
}

function Done({ link: { caseId, person }, wasHeld, held }: DoneProps) {
  const translate = useCopy(associateCopy)
  const name = person === null ? '' : `${person.firstName} ${person.lastName}`
  return (
    <>
      <Alert kind="success">
        {wasHeld ? (
          <p>{translate('done.open_again')}</p>
        ) : (
          <p>{name === '' ? translate('done.text') : translate('done.text_of', { name })}</p>
        )}
      </Alert>
      {held && <HeldCase to={casePaths.confirm(held.id)} />}
      <section className="case-part">
        <h2>{translate('done.now')}</h2>
        <CardGrid>
          <Card to={paths.myAccount} icon="home" title={translate('done.home')}>
            {translate('done.home_text')}
          </Card>
          {caseId !== null && (
            <Card to={casePaths.letters(caseId)} icon="mail" title={translate('done.letters')}>
              {translate('done.letters_text')}
            </Card>
          )}
          <Card to={paths.reportChange} icon="form" title={translate('done.report')}>
            {translate('done.report_text')}
          </Card>
        </CardGrid>
      </section>
      <section className="case-part">
        <h2>{translate('done.others')}</h2>
        <p>{translate('done.others_text')}</p>
        <p>
          <Link to={paths.associateCase}>{translate('links.another')}</Link>
        </p>
        <p>
          <Link to={paths.ownCases}>{translate('links.see')}</Link>
        </p>
      </section>
    </>
  )
}

function readDone(state: unknown): DoneState | undefined {
  if (typeof state !== 'object' || state === null || !('linkId' in state) || !('wasHeld' in state))
    return undefined
  const { linkId, wasHeld } = state
  return typeof linkId === 'string' && typeof wasHeld === 'boolean' ? { linkId, wasHeld } : undefined
}
