import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words around e-mails that a demonstration did not send. */
export const outboxCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
