import { defineCopy } from './copy/define-copy.ts'

/**
 * The words of every problem and issue code of the API's catalogue. Pages that send something list it among their
 * copies. A test holds the codes equal to the contract's.
 */
export const problemCopy = defineCopy({
  en: () => import('./copy/problems/en.json'),
  es: () => import('./copy/problems/es.json'),
})
