import { defineCopy } from '../../lib/copy/define-copy.ts'

/** The words of the home page; apart from the rest of the room, because everybody waits for these. */
export const homeCopy = defineCopy({
  en: () => import('./copy/home/en.json'),
  es: () => import('./copy/home/es.json'),
})
