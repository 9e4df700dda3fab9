import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words of a case: its programs, dates, payments and letters. */
export const casesCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
