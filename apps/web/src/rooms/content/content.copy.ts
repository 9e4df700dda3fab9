import { defineCopy } from '../../lib/copy/define-copy.ts'

export const aboutCopy = defineCopy({
  en: () => import('./copy/about/en.json'),
  es: () => import('./copy/about/es.json'),
})

export const feedbackCopy = defineCopy({
  en: () => import('./copy/feedback/en.json'),
  es: () => import('./copy/feedback/es.json'),
})

export const helpCopy = defineCopy({
  en: () => import('./copy/help/en.json'),
  es: () => import('./copy/help/es.json'),
})

export const placesCopy = defineCopy({
  en: () => import('./copy/places/en.json'),
  es: () => import('./copy/places/es.json'),
})

export const problemsCopy = defineCopy({
  en: () => import('./copy/problems/en.json'),
  es: () => import('./copy/problems/es.json'),
})

export const programsCopy = defineCopy({
  en: () => import('./copy/programs/en.json'),
  es: () => import('./copy/programs/es.json'),
})

export const questionsCopy = defineCopy({
  en: () => import('./copy/questions/en.json'),
  es: () => import('./copy/questions/es.json'),
})
