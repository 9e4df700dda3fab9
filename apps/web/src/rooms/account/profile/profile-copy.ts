import { defineCopy } from '../../../lib/copy/define-copy.ts'

/** The words of one's profile: seeing and changing it, what happened in it, taking it along, and deleting it. */
export const profileCopy = defineCopy({
  en: () => import('../copy/profile/en.json'),
  es: () => import('../copy/profile/es.json'),
})
