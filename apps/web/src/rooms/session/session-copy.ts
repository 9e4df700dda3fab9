import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words of signing in and out. */
export const sessionCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
