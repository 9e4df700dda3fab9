import { sessionState, subscribeToSession } from './session.ts'

/** Calls back whenever somebody has signed in, on whichever page that was: what waited for that goes on. */
export function onSignedIn(listener: () => void): void {
  let wasSignedIn = isSignedIn()
  subscribeToSession(() => {
    const before = wasSignedIn
    wasSignedIn = isSignedIn()
    if (wasSignedIn && !before) listener()
  })
}

function isSignedIn(): boolean {
  return sessionState().status === 'signedIn'
}
