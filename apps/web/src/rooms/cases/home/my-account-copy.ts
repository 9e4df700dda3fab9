import { defineCopy } from '../../../lib/copy/define-copy.ts'

/** The words of the first page of whoever is signed in. */
export const myAccountCopy = defineCopy({
  en: () => import('../copy/home/en.json'),
  es: () => import('../copy/home/es.json'),
})
