import type { LocalizedText } from '../shared/text.ts'

/** What somebody signs with their name when they submit a report; a new wording gets a new version. */
export const statement: { readonly version: string; readonly text: LocalizedText } = {
  version: '2026-11-22',
  text: {
    en: 'What I reported here is true and complete, as far as I know. I understand that the Department may check it. If I leave something out or say something untrue on purpose, I may have to pay back benefits. I may also face penalties.',
    es: 'Lo que informé aquí es verdadero y completo, según lo que sé. Entiendo que el Departamento puede verificarlo. Si a propósito omito algo o digo algo falso, es posible que tenga que devolver beneficios. También es posible que reciba sanciones.',
  },
}
