import { defineCopy } from '../../../lib/copy/define-copy.ts'

/** The words of the page that says how to report a change without this site. */
export const otherWaysCopy = defineCopy({
  en: () => import('../copy/other-ways/en.json'),
  es: () => import('../copy/other-ways/es.json'),
})
