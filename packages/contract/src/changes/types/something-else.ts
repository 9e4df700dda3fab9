import type { ChangeType } from '../change-type.ts'
import { tenDays, who } from '../common-fields.ts'

export const somethingElse: ChangeType = {
  id: 'something_else',
  group: 'other',
  position: 6,
  version: 1,
  label: { en: 'Something else', es: 'Otra cosa' },
  hint: {
    en: 'A change that is not in this list and may matter.',
    es: 'Un cambio que no está en esta lista y que puede importar.',
  },
  searchWords: {
    en: 'other different not listed question tell us anything',
    es: 'otro diferente no está en la lista contar algo más',
  },
  date: {
    label: { en: 'When does it change?', es: '¿Cuándo cambia?' },
    daysAhead: 60,
  },
  fields: [
    {
      id: 'description',
      kind: 'text',
      maxLength: 2000,
      lines: 'many',
      required: true,
      label: { en: 'What has changed?', es: '¿Qué cambió?' },
      hint: { en: 'Tell us in your own words.', es: 'Cuéntenos con sus propias palabras.' },
    },
    { ...who, required: false },
  ],
  documents: [],
  due: tenDays,
}
