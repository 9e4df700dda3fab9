import { defineCopy } from '../../../lib/copy/define-copy.ts'

/** The words of what was reported and sent, and of what becomes of it. */
export const reportsCopy = defineCopy({
  en: () => import('../copy/reports/en.json'),
  es: () => import('../copy/reports/es.json'),
})
