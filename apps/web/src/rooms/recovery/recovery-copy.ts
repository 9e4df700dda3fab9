import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words of getting back in. */
export const recoveryCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
