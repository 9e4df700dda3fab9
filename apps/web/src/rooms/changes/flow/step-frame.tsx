import { lazy, Suspense, type ReactNode } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Link } from '../../../lib/navigation/link.tsx'
import { paths } from '../../../lib/paths.ts'
import { BackLink } from '../../../ui/back-link.tsx'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, type SummaryError } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { flowCopy } from '../flow-copy.ts'
import type { DraftOnPage } from './draft-page.tsx'
import { KeptStatus } from './kept-status.tsx'
import { positionOf, type StepName } from './steps.ts'

/** Seldom needed. */
const OtherDraft = lazy(async () => ({ default: (await import('./other-draft.tsx')).OtherDraft }))
const OnlyHere = lazy(async () => ({ default: (await import('./only-here.tsx')).OnlyHere }))

interface StepFrameProps {
  readonly draft: DraftOnPage
  readonly step: StepName
  readonly back: string
  readonly heading: string
  readonly kicker?: string | undefined
  readonly errors?: readonly SummaryError[]
  /** Counts the tries, so that focus goes to the errors each time. */
  readonly attempt?: number
  /** What stands between heading and form. */
  readonly introduction?: ReactNode
  readonly submitLabel?: string
  readonly busy?: boolean
  readonly busyLabel?: string
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The frame of a step of a report: the way back, how far one has come, the question, errors, the form, the way on. */
export function StepFrame(props: StepFrameProps) {
  const { draft, step, errors = [], attempt = 0, introduction, busy = false, busyLabel, onSubmit } = props
  const translate = useCopy(flowCopy)
  const isOnlyHere = draft.kept.keeping === 'gone' || draft.kept.keeping === 'sentWithout'
  const { position, count } = positionOf(step, draft.kept.changes.length)
  return (
    <>
      <BackLink to={props.back} />
      <Progress step={position} steps={count} />
      <PageHeading {...(props.kicker !== undefined && { kicker: props.kicker })}>{props.heading}</PageHeading>
      {draft.kept.other && (
        <Suspense>
          <OtherDraft draft={draft} other={draft.kept.other} />
        </Suspense>
      )}
      {isOnlyHere && (
        <Suspense>
          <OnlyHere draft={draft} />
        </Suspense>
      )}
      <ErrorSummary errors={errors} attempt={attempt} />
      {introduction}
      <form
        key={draft.kept.edition}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && !isOnlyHere) onSubmit()
        }}
      >
        {props.children}
        {!isOnlyHere && (
          <div className="button-row">
            <Button type="submit" busy={busy} {...(busyLabel !== undefined && { busyLabel })}>
              {props.submitLabel ?? translate('continue')}
            </Button>
            <Link className="later-link" to={paths.reportChange}>
              {translate('changes.finish_later')}
            </Link>
          </div>
        )}
        <KeptStatus kept={draft.kept} />
      </form>
    </>
  )
}
