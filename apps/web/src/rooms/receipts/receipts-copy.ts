import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words of receipts: one's own, and those that somebody shows. */
export const receiptsCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
