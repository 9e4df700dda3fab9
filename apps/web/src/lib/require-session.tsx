import { Activity, use, useEffect, useRef, useState, type ReactNode } from 'react'
import { Navigate } from './navigation/link.tsx'
import { usePlace } from './navigation/navigation.tsx'
import type { Session } from '@connect/contract/rooms/session'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useCopy } from './copy/use-copy.tsx'
import { paths } from './paths.ts'
import { problemCopy } from './problem-copy.ts'
import { useProblemWords } from './problem-words.ts'
import { refreshSession, useSession, type SessionState } from './session.ts'
import { SignInAgainContext } from './sign-in-again.ts'

/** What the sign-in page is told: where the person wanted to go, and why they are asked to sign in. */
export interface SignInState {
  readonly from: string
  readonly reason: 'required' | 'ended'
}

interface RequireSessionProps {
  readonly children: (session: Session) => ReactNode
}

/**
 * Shows a page to whoever is signed in, and sends everybody else to sign in and back here. When the session ends while
 * the page is open, it is hidden and one signs in again in its place: the same person then finds what was typed,
 * somebody else a page of their own.
 */
export function RequireSession({ children }: RequireSessionProps) {
  const translate = useCopy(problemCopy)
  const problemWords = useProblemWords()
  const state = useSession()
  const { pathname } = usePlace()
  // Whoever signs out here is told so; whoever comes here afterwards wants to sign in again.
  const [hadLeft] = useState(state.status === 'left')
  const signInAgain = use(SignInAgainContext)
  useFocusOnReturn(state.status)

  useEffect(() => {
    if (state.status === 'unknown') void refreshSession()
  }, [state.status])

  switch (state.status) {
    case 'unknown':
      return (
        <div className="page">
          <Skeleton lines={5} />
        </div>
      )
    case 'unreachable':
      return (
        <div className="page">
          <Alert kind="error" announce>
            <p>{problemWords({ code: 'unreachable' })}</p>
            <Button variant="secondary" onClick={() => void refreshSession()}>
              {translate('try_again')}
            </Button>
          </Alert>
        </div>
      )
    case 'left':
      if (!hadLeft) return <Navigate to={paths.signedOut} replace />
      return <Navigate to={paths.signIn} state={toSignIn('required')} replace />
    case 'signedIn':
    case 'ended': {
      const { session } = state
      if (signInAgain === undefined) return <Navigate to={paths.signIn} state={toSignIn('ended')} replace />
      // Going on keeps an account that is to be deleted, so nobody goes on without having been asked.
      if (state.status === 'signedIn' && session.account.deletionDueAt && pathname !== paths.keepAccount)
        return <Navigate to={paths.keepAccount} replace />
      return (
        <>
          {state.status === 'ended' && signInAgain}
          <Activity key={session.account.id} mode={state.status === 'ended' ? 'hidden' : 'visible'}>
            {children(session)}
          </Activity>
        </>
      )
    }
    case 'signedOut':
      return <Navigate to={paths.signIn} state={toSignIn('required')} replace />
  }

  function toSignIn(reason: SignInState['reason']): SignInState {
    return { from: pathname, reason }
  }
}

/** Whoever has signed in again in a page's place goes on from its beginning. */
function useFocusOnReturn(status: SessionState['status']): void {
  const before = useRef(status)
  useEffect(() => {
    if (before.current === 'ended' && status === 'signedIn') document.getElementById('main')?.focus()
    before.current = status
  }, [status])
}
