import { defineCopy } from '../../../lib/copy/define-copy.ts'

/** The words of associating a case, showing again that it is one's own, and removing it. */
export const associateCopy = defineCopy({
  en: () => import('../copy/associate/en.json'),
  es: () => import('../copy/associate/es.json'),
})
