import { lazy, Suspense, useState } from 'react'
import { useCopy } from '../../../lib/copy/use-copy.tsx'
import { useFilesOnTheWay } from '../../../lib/documents/files-on-the-way.ts'
import { useNavigate, usePlace } from '../../../lib/navigation/navigation.tsx'
import { Navigate } from '../../../lib/navigation/link.tsx'
import { draftPaths } from '../../../lib/paths.ts'
import { Alert } from '../../../ui/alert.tsx'
import { FocusBox } from '../../../ui/focus-box.tsx'
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
  const onTheWay = useFilesOnTheWay(id)
  const [waitedFor, setWaitedFor] = useState<object>()
  if (changes.length === 0) return <Navigate to={draftPaths.what(id)} replace />
  const goOn = () => {
    // Said once: whoever presses again goes on, and the files arrive meanwhile.
    if (onTheWay > 0 && waitedFor === undefined) setWaitedFor({})
    else navigate(draftPaths.check(id))
  }
  return (
    <StepFrame
      draft={draft}
      step="documents"
      back={fromReview ? draftPaths.check(id) : draftPaths.change(id, changes.length)}
      heading={translate('changes.proof.heading')}
      introduction={<p>{translate('changes.proof.intro')}</p>}
      onSubmit={goOn}
    >
      {changes.map((change, index) => (
        // Changes come and go on other pages only.
        <Suspense key={index} fallback={<Skeleton />}>
          <ProofOfChange draft={draft} index={index} change={change} />
        </Suspense>
      ))}
      <FocusBox on={waitedFor}>
        {waitedFor !== undefined && onTheWay > 0 && (
          <Alert kind="information">
            <p>{translate('changes.proof.on_the_way', { count: onTheWay })}</p>
          </Alert>
        )}
      </FocusBox>
    </StepFrame>
  )
}
