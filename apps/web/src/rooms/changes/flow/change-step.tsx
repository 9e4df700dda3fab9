import { changeTypeOf } from '@connect/contract/changes/change-types'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { Navigate } from '../../../lib/navigation/link.tsx'
import { useParams } from '../../../lib/navigation/navigation.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { flowCopy } from '../flow-copy.ts'
import { ChangeForm } from './change-form.tsx'
import type { DraftOnPage, StepProps } from './draft-page.tsx'
import { StepFrame } from './step-frame.tsx'
import { beforeChange } from './steps.ts'

/** The questions of one change, which the address names by its place in the report. */
export function ChangeStep({ draft }: StepProps) {
  const number = Number(useParams()['number'])
  const { changes, report, edition } = draft.kept
  const change = changes[number - 1]
  const type = change && changeTypeOf(change.typeId)
  if (!change) return <Navigate to={draftPaths.what(report.id)} replace />
  if (!type) return <UnknownKind draft={draft} number={number} />
  return (
    <ChangeForm
      key={`${String(edition)} ${String(number)}`}
      draft={draft}
      number={number}
      type={type}
      change={change}
    />
  )
}

/** The kind was taken off the list after the draft was begun, or this page is older than the draft. */
function UnknownKind({ draft, number }: { readonly draft: DraftOnPage; readonly number: number }) {
  const translate = useCopy(flowCopy)
  const { keeper, kept } = draft
  return (
    <StepFrame
      draft={draft}
      step={number}
      back={beforeChange(kept.report.id, number)}
      heading={translate('changes.unknown_kind')}
      submitLabel={translate('changes.unknown_kind.remove')}
      onSubmit={() => {
        keeper.update((changes) => changes.filter((_, index) => index !== number - 1))
      }}
    >
      <p>{translate('changes.unknown_kind.text')}</p>
    </StepFrame>
  )
}
