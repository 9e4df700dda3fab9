import { defineCopy } from '../copy/define-copy.ts'

/** What every page for whoever is signed in says. A room lists it in the routes of such pages. */
export const ownPagesCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
