import { useCopy } from '../lib/copy/use-copy.tsx'

interface ProgressProps {
  /** Counted from 1. */
  readonly step: number
  readonly steps: number
}

/** How far one has come, in words. */
export function Progress({ step, steps }: ProgressProps) {
  const translate = useCopy()
  return (
    <div className="progress">
      <p>{translate('progress', { step, steps })}</p>
      <div className="progress-bar" aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          <span key={index} data-done={index < step} />
        ))}
      </div>
    </div>
  )
}
