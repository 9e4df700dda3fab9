import { defineCopy } from '../lib/copy/define-copy.ts'

/** The words that every wizard shows. A room lists them in the routes of its steps. */
export const wizardCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
