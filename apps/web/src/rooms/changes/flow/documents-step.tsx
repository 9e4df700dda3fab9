import { lazy, Suspense } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useNavigate, usePlace } from '../../../lib/navigation/navigation.tsx'
import { Navigate } from '../../../lib/navigation/link.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { flowCopy } from '../flow-copy.ts'
import type { StepProps } from './draft-page.tsx'
import { StepFrame } from './step-frame.tsx'
import { isFromReview } from './steps.ts'

const ProofOfChange = lazy(async () => ({ default: (await import('./proof-of-change.tsx')).ProofOfChange }))

/** The step that asks for proof: none of it is needed to report. */
export function DocumentsStep({ draft }: StepProps) {
  const translate = useCopy(flowCopy)
  const navigate = useNavigate()
  const fromReview = isFromReview(usePlace().state)
  const { changes, report } = draft.kept
  const { id } = report
  if (changes.length === 0) return <Navigate to={draftPaths.what(id)} replace />
  return (
    <StepFrame
      draft={draft}
      step="documents"
      back={fromReview ? draftPaths.check(id) : draftPaths.change(id, changes.length)}
      heading={translate('changes.proof.heading')}
      introduction={<p>{translate('changes.proof.intro')}</p>}
      onSubmit={() => {
        // What is on its way arrives meanwhile.
        navigate(draftPaths.check(id))
      }}
    >
      {changes.map((change, index) => (
        // Changes come and go on other pages only.
        <Suspense key={index} fallback={<Skeleton />}>
          <ProofOfChange draft={draft} index={index} change={change} />
        </Suspense>
      ))}
    </StepFrame>
  )
}
