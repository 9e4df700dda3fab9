import { defineCopy } from './define-copy.ts'

/** Words that the layout, the kit and many rooms use. They are there on every page. */
export const sharedCopy = defineCopy({
  en: () => import('./en.json'),
  es: () => import('./es.json'),
})

/** The keys of the shared words. */
export type SharedId = Parameters<NonNullable<typeof sharedCopy.ids>>[0]
