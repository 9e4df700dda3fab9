import type { ChangeType } from '../change-type.ts'
import { tenDays, who } from '../common-fields.ts'

export const inheritance: ChangeType = {
  id: 'inheritance',
  group: 'other',
  position: 1,
  version: 1,
  label: { en: 'You receive an inheritance', es: 'Usted recibe una herencia' },
  hint: {
    en: 'Money, a house, or other things left to you when someone dies.',
    es: 'Dinero, una casa u otros bienes que alguien le deja al morir.',
  },
  searchWords: {
    en: 'inherit inherited will estate died left money house land life insurance',
    es: 'heredar heredé testamento bienes murió dejó dinero casa terreno seguro de vida',
  },
  date: {
    label: { en: 'When did you receive it?', es: '¿Cuándo la recibió?' },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Who received it?', es: '¿Quién la recibió?' } },
    {
      id: 'what',
      kind: 'choice',
      required: true,
      label: { en: 'What is it?', es: '¿Qué es?' },
      options: [
        { id: 'money', label: { en: 'Money', es: 'Dinero' } },
        { id: 'home_or_land', label: { en: 'A home or land', es: 'Una casa o un terreno' } },
        { id: 'other', label: { en: 'Other things', es: 'Otros bienes' } },
      ],
    },
    {
      id: 'description',
      kind: 'text',
      maxLength: 500,
      lines: 'many',
      required: true,
      when: { field: 'what', is: ['home_or_land', 'other'] },
      label: { en: 'Tell us what it is.', es: 'Cuéntenos qué es.' },
    },
    {
      id: 'amount',
      kind: 'money',
      required: true,
      label: { en: 'How much is it worth?', es: '¿Cuánto vale?' },
      hint: { en: 'Your best guess is fine.', es: 'Puede ser un cálculo aproximado.' },
    },
  ],
  documents: [
    {
      id: 'inheritance_papers',
      label: {
        en: 'Will, or papers from the court or bank',
        es: 'Testamento o documentos del tribunal o del banco',
      },
    },
  ],
  due: tenDays,
}
