import { paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { sessionCopy } from './session-copy.ts'

/** Signing in and out. */
export const sessionRoutes: readonly RoomRoute[] = [
  {
    path: paths.signIn,
    help: 'sign-in',
    copy: [sessionCopy, problemCopy],
    page: async () => (await import('./sign-in-page.tsx')).SignInPage,
  },
  {
    path: paths.signInHelp,
    help: 'sign-in-help',
    copy: [sessionCopy],
    page: async () => (await import('./sign-in-help-page.tsx')).SignInHelpPage,
  },
  {
    path: paths.signedOut,
    help: 'signed-out',
    copy: [sessionCopy],
    page: async () => (await import('./signed-out-page.tsx')).SignedOutPage,
  },
]
