import { copyIsReady } from '../../lib/copy/language.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import { sessionCopy } from './session-copy.ts'

/** Fetches what stands in the place of a page whose session has ended, with its words. */
export async function loadSignInAgain() {
  const [{ SignInAgain }] = await Promise.all([
    import('./sign-in-again.tsx'),
    copyIsReady([sessionCopy, problemCopy]),
  ])
  return { default: SignInAgain }
}
