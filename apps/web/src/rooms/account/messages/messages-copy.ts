import { defineCopy } from '../../../lib/copy/define-copy.ts'

/** The words of what the portal tells the owner of an account. */
export const messagesCopy = defineCopy({
  en: () => import('../copy/messages/en.json'),
  es: () => import('../copy/messages/es.json'),
})
