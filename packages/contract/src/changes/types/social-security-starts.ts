import type { ChangeType } from '../change-type.ts'
import { awardLetter } from '../common-documents.ts'
import { payment, tenDays, who } from '../common-fields.ts'

export const socialSecurityStarts: ChangeType = {
  id: 'social_security_starts',
  group: 'income',
  position: 6,
  version: 1,
  label: { en: 'Social Security starts', es: 'Empieza el Seguro Social' },
  hint: {
    en: 'Also SSI or SSDI.',
    es: 'También SSI o SSDI.',
  },
  searchWords: {
    en: 'social security SSI SSDI disability retirement survivors benefits check',
    es: 'seguro social SSI SSDI incapacidad discapacidad retiro jubilación sobreviviente cheque',
  },
  date: {
    label: { en: 'When does the first payment come?', es: '¿Cuándo llega el primer pago?' },
    daysAhead: 90,
  },
  fields: [
    who,
    {
      id: 'benefit',
      kind: 'choice',
      required: true,
      label: { en: 'What kind is it?', es: '¿De qué tipo es?' },
      options: [
        { id: 'retirement', label: { en: 'Retirement', es: 'Jubilación' } },
        { id: 'disability', label: { en: 'Disability (SSDI)', es: 'Discapacidad (SSDI)' } },
        { id: 'survivor', label: { en: 'For a family member who died', es: 'Por un familiar que murió' } },
        { id: 'ssi', label: { en: 'SSI', es: 'SSI' } },
        { id: 'not_sure', label: { en: 'I am not sure', es: 'No sé con certeza' } },
      ],
    },
    { ...payment, label: { en: 'How much comes each month?', es: '¿Cuánto llega cada mes?' } },
  ],
  documents: [awardLetter],
  due: tenDays,
}
