import type { ChangeType } from '../change-type.ts'
import { asked, frequency, tenDays, who } from '../common-fields.ts'

export const lawsuitSettlement: ChangeType = {
  id: 'lawsuit_settlement',
  group: 'other',
  position: 2,
  version: 1,
  label: { en: 'You get money from a lawsuit', es: 'Usted recibe dinero por una demanda' },
  searchWords: {
    en: 'lawsuit settlement court case accident injury lawyer insurance money sued',
    es: 'demanda acuerdo juicio indemnización tribunal accidente lesión abogado seguro dinero',
  },
  date: {
    label: { en: 'When did the money come?', es: '¿Cuándo llegó el dinero?' },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Who got the money?', es: '¿Quién recibió el dinero?' } },
    {
      id: 'total',
      kind: 'money',
      required: true,
      label: { en: 'How much is it in all?', es: '¿Cuánto es en total?' },
      hint: {
        en: 'What you get, after the lawyer is paid.',
        es: 'Lo que usted recibe, después de pagar al abogado.',
      },
    },
    {
      id: 'paid',
      kind: 'choice',
      required: true,
      label: { en: 'How is it paid?', es: '¿Cómo se paga?' },
      options: [
        { id: 'at_once', label: { en: 'All at once', es: 'Todo de una vez' } },
        { id: 'in_parts', label: { en: 'In parts, over time', es: 'En partes, poco a poco' } },
      ],
    },
    {
      id: 'amount',
      kind: 'money',
      required: true,
      when: { field: 'paid', is: ['in_parts'] },
      label: { en: 'How much is each part?', es: '¿De cuánto es cada parte?' },
    },
    asked(frequency, { field: 'paid', is: ['in_parts'] }),
  ],
  documents: [
    {
      id: 'settlement_letter',
      label: {
        en: 'Letter from the lawyer, the court, or the insurance',
        es: 'Carta del abogado, del tribunal o del seguro',
      },
    },
  ],
  due: tenDays,
}
