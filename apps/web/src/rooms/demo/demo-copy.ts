import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words around the made-up households of a demonstration. */
export const demoCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
