import { useEffect, useRef } from 'react'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { Link } from '../../lib/navigation/link.tsx'
import { paths } from '../../lib/paths.ts'
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

interface SubmissionFailureProps {
  readonly failure: Failure | undefined
  /** The user ID of an account that may have been created all the same. */
  readonly unsureOf: string | undefined
}

/** Why there is no account yet, as far as anybody knows, and what to do. Takes focus when it appears. */
export function SubmissionFailure({ failure, unsureOf }: SubmissionFailureProps) {
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
      <Alert
        kind="error"
        title={
          unsureOf === undefined
            ? translate('account.check.failed.heading')
            : translate('account.check.unsure.heading')
        }
      >
        <p>{words[failure.reason]()}</p>
        {unsureOf !== undefined && (
          <p>
            {translate('account.check.unsure.sign_in', { userId: unsureOf })}{' '}
            <Link to={paths.signIn}>{translate('account.name.sign_in')}</Link>
          </p>
        )}
      </Alert>
    </div>
  )
}
