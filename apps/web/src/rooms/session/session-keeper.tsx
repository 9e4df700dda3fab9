import { useEffect, useRef, useState } from 'react'
import type { Session } from '@connect/contract/rooms/session'
import { serverNow } from '../../lib/api.ts'
import { useCopy } from '../../lib/copy/use-copy.tsx'
import { useNavigate } from '../../lib/navigation/navigation.tsx'
import { paths } from '../../lib/paths.ts'
import { extendSession, refreshSession, signOut } from '../../lib/session.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { sessionCopy } from './session-copy.ts'
import { extensionInterval, isEndNear, minutesLeft, sessionEnd, type SessionEnd } from './session-end.ts'
import { UnsavedQuestion } from './unsaved-question.tsx'

/** How often the clock is looked at, in milliseconds. */
const lookInterval = 10_000

/** Keeps whoever is active signed in, and asks whoever is not before the session ends. */
export function SessionKeeper({ session }: { readonly session: Session }) {
  const translate = useCopy(sessionCopy)
  const navigate = useNavigate()
  const end = useSessionEnd(session)
  const [understood, setUnderstood] = useState(false)
  const isAsking = isEndNear(end) && !(end.kind === 'absolute' && understood)
  useActivity(end.kind === 'idle' && !isAsking, extendSession)

  const minutes = minutesLeft(end)
  const leave = async () => {
    if ((await signOut()) === 'out') navigate(paths.signedOut, { replace: true })
  }
  const stay = () => {
    if (end.kind === 'idle') void extendSession()
    else setUnderstood(true)
  }
  return (
    <>
      <Dialog
        open={isAsking}
        title={translate('session.timeout.heading')}
        onClose={stay}
        actions={
          <>
            <Button onClick={stay}>
              {end.kind === 'idle'
                ? translate('session.timeout.stay')
                : translate('session.timeout.understood')}
            </Button>
            <Button variant="secondary" onClick={() => void leave()}>
              {translate('session.sign_out')}
            </Button>
          </>
        }
      >
        <p>
          {end.kind === 'idle'
            ? translate('session.timeout.idle', { minutes })
            : translate('session.timeout.absolute', { minutes })}
        </p>
      </Dialog>
      <UnsavedQuestion />
    </>
  )
}

/** How close the end is, looked at again and again; once it has come the service is asked. */
function useSessionEnd(session: Session): SessionEnd {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const look = () => {
      const time = serverNow()
      setNow(time)
      if (sessionEnd(session, time).millisecondsLeft <= 0) void refreshSession()
    }
    look()
    const timer = setInterval(look, lookInterval)
    // A phone that slept has not counted.
    document.addEventListener('visibilitychange', look)
    // A page that the browser brings back as it was: somebody may have signed out meanwhile.
    const ask = ({ persisted }: PageTransitionEvent) => {
      if (persisted) void refreshSession()
    }
    addEventListener('pageshow', ask)
    return () => {
      removeEventListener('pageshow', ask)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [session])
  return sessionEnd(session, now)
}

/** Tells the service now and then that somebody presses keys or buttons. */
function useActivity(isWatching: boolean, tell: () => Promise<void>): void {
  const toldAt = useRef(0)
  useEffect(() => {
    if (!isWatching) return undefined
    const act = () => {
      const now = performance.now()
      if (now - toldAt.current < extensionInterval) return
      toldAt.current = now
      void tell()
    }
    addEventListener('keydown', act)
    addEventListener('pointerdown', act)
    return () => {
      removeEventListener('keydown', act)
      removeEventListener('pointerdown', act)
    }
  }, [isWatching, tell])
}
