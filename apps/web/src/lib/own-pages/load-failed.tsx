import { useCopy } from '../copy/use-copy.tsx'
import { useProblemWords } from '../problem-words.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'

interface LoadFailedProps {
  /** Of the catalogue, or `unreachable`. */
  readonly code: string
  readonly onRetry: () => void
}

/** Says why something is not to be seen, and how to try again. */
export function LoadFailed({ code, onRetry }: LoadFailedProps) {
  const translate = useCopy()
  const problemWords = useProblemWords()
  return (
    <Alert kind="error" announce>
      <p>{problemWords({ code })}</p>
      <Button variant="secondary" onClick={onRetry}>
        {translate('try_again')}
      </Button>
    </Alert>
  )
}
