import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words of the pages on which a change is reported. */
export const flowCopy = defineCopy({
  en: () => import('./copy/flow/en.json'),
  es: () => import('./copy/flow/es.json'),
})
