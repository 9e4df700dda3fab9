import { defineCopy } from '../copy/define-copy.ts'

/** The words of files that somebody sends. A room lists it, and `problemCopy`, in the routes of pages that take files. */
export const documentsCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
