import { defineCopy } from '../copy/define-copy.ts'

/** The words of the security check. A room lists them in the routes of the pages that show it. */
export const captchaCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
