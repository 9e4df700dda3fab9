import type { Refusal } from '../../lib/api.ts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { FailureAlert } from './failure-alert.tsx'
import { recoveryCopy } from './recovery-copy.ts'

/** Why the answers did not open the way, how many tries count, and the ways out. */
export function AnswersFailure({ failure }: { readonly failure: Refusal | undefined }) {
  const translate = useCopy(recoveryCopy)
  if (failure?.code === 'recovery.answers_rejected')
    return (
      <FailureAlert failure={failure}>
        <p>{translate('recovery.rejected.text')}</p>
        <ul>
          <li>{translate('recovery.rejected.think')}</li>
          <li>{translate('recovery.rejected.user_id')}</li>
          <li>{translate('recovery.rejected.tries')}</li>
        </ul>
      </FailureAlert>
    )
  if (failure?.code === 'recovery.limit')
    return (
      <FailureAlert failure={failure}>
        {failure.params?.['reason'] === 'total' ? (
          <p>{translate('recovery.limit.total')}</p>
        ) : (
          <>
            <p>{translate('recovery.limit.day', { hours: hoursOf(failure) })}</p>
            <p>{translate('recovery.limit.call')}</p>
          </>
        )}
      </FailureAlert>
    )
  return <FailureAlert failure={failure} />
}

/** Rounded up, so that nobody comes too soon. */
function hoursOf({ retryAfterSeconds = 24 * 3600 }: Refusal): number {
  return Math.max(1, Math.ceil(retryAfterSeconds / 3600))
}
