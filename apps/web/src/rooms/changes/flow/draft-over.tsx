import type { Report } from '@connect/contract/rooms/change-reports'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { draftPaths, paths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { BackLink } from '../../../ui/back-link.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { flowCopy } from '../flow-copy.ts'

interface DraftOverProps {
  readonly report: Report
  /** Deleted; else it was submitted. */
  readonly isGone: boolean
}

/** Says that a draft was submitted or deleted, in another window or on another device. */
export function DraftOver({ report, isGone }: DraftOverProps) {
  const translate = useCopy(flowCopy)
  return (
    <>
      <BackLink to={paths.reportChange}>{translate('changes.back_to_start')}</BackLink>
      <PageHeading>{translate(isGone ? 'changes.gone.heading' : 'changes.submitted.heading')}</PageHeading>
      <Alert kind={isGone ? 'warning' : 'success'}>
        <p>{translate(isGone ? 'changes.gone.text' : 'changes.submitted.text')}</p>
        <LinkButton to={isGone ? paths.reportChange : draftPaths.done(report.id)}>
          {translate(isGone ? 'changes.back_to_start' : 'changes.submitted.action')}
        </LinkButton>
      </Alert>
    </>
  )
}
