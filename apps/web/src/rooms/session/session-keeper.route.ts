import { copyIsReady } from '../../lib/copy/language.ts'
import { sessionCopy } from './session-copy.ts'

/** Fetches the session's keeper with its words; only pages of somebody signed in need it. */
export async function loadSessionKeeper() {
  const [{ SessionKeeper }] = await Promise.all([import('./session-keeper.tsx'), copyIsReady([sessionCopy])])
  return { default: SessionKeeper }
}
