import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words of the account room: the wizard that creates a MyAccount, and the agreement. */
export const accountCopy = defineCopy({
  en: () => import('./copy/en.json'),
  es: () => import('./copy/es.json'),
})
