import { defineCopy } from '../copy/define-copy.ts'

/** The words of the rules of a password. A room lists them in the routes of the pages where one is chosen. */
export const newPasswordCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
