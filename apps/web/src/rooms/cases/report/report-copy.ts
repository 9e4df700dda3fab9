import { defineCopy } from '../../../lib/copy/define-copy.ts'

/** The words of the page that says how to report a change. */
export const reportCopy = defineCopy({
  en: () => import('../copy/report/en.json'),
  es: () => import('../copy/report/es.json'),
})
