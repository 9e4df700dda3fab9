import { useEffect, useRef } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Alert } from '../../ui/alert.tsx'
import { accountCopy } from './account-copy.ts'
import type { Outcome, Progress } from './create-account.ts'

/** What is going on while the account is being created, said once to screen readers too. */
export function SubmissionProgress({ progress }: { readonly progress: Progress | undefined }) {
  const translate = useCopy(accountCopy)
  return (
    <div className="submission-progress" role="status">
      {progress !== undefined && <p>{wordsOf(progress)}</p>}
    </div>
  )

  function wordsOf(now: Progress): string {
    switch (now.kind) {
      case 'sending':
        return translate('account.check.sending')
      case 'confirming':
        return translate('account.check.confirming')
      case 'busy':
        return translate('account.check.busy', { seconds: now.seconds })
      case 'offline':
        return translate('account.check.offline')
    }
  }
}

type Failure = Extract<Outcome, { kind: 'failed' }>

/** Why there is no account yet and what to do. Takes focus when it appears. */
export function SubmissionFailure({ failure }: { readonly failure: Failure | undefined }) {
  const translate = useCopy(accountCopy)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  const words = {
    connection: () => translate('account.check.failed.connection'),
    busy: () => translate('account.check.failed.busy'),
    limit: () => translate('account.check.failed.limit', { minutes: failure.minutes }),
    server: () => translate('account.check.failed.server'),
    securityCheck: () => translate('account.check.failed.security_check'),
  } as const satisfies Record<Failure['reason'], () => string>
  return (
    <div ref={box} tabIndex={-1}>
      <Alert kind="error" title={translate('account.check.failed.heading')}>
        <p>{words[failure.reason]()}</p>
      </Alert>
    </div>
  )
}
