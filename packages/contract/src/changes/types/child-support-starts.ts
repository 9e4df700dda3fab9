import type { ChangeType } from '../change-type.ts'
import { courtOrder } from '../common-documents.ts'
import { frequency, payment, tenDays, who } from '../common-fields.ts'

export const childSupportStarts: ChangeType = {
  id: 'child_support_starts',
  group: 'income',
  position: 7,
  version: 1,
  label: { en: 'Child support to you starts', es: 'Usted empieza a recibir manutención de menores' },
  searchWords: {
    en: 'child support payments father mother parent pays court order',
    es: 'manutención de menores pensión alimenticia sustento hijos papá mamá paga tribunal',
  },
  date: {
    label: { en: 'When does the first payment come?', es: '¿Cuándo llega el primer pago?' },
    daysAhead: 60,
  },
  fields: [
    { ...who, label: { en: 'Which child is it for?', es: '¿Para cuál de los niños es?' } },
    {
      id: 'moreChildren',
      kind: 'yes_no',
      required: true,
      label: { en: 'Is it for more than one child?', es: '¿Es para más de un niño?' },
    },
    {
      id: 'otherChildren',
      kind: 'text',
      maxLength: 400,
      required: true,
      when: { field: 'moreChildren', is: [true] },
      label: { en: 'What are the names of the other children?', es: '¿Cómo se llaman los otros niños?' },
    },
    payment,
    frequency,
    {
      id: 'paidBy',
      kind: 'choice',
      required: true,
      label: { en: 'How does it get to you?', es: '¿Cómo le llega?' },
      options: [
        { id: 'state', label: { en: 'Through the state', es: 'Por medio del estado' } },
        { id: 'parent', label: { en: 'Straight from the parent', es: 'Directamente del padre o la madre' } },
        { id: 'not_sure', label: { en: 'I am not sure', es: 'No sé con certeza' } },
      ],
    },
  ],
  documents: [
    courtOrder,
    {
      id: 'support_payments',
      label: { en: 'Proof of a payment', es: 'Comprobante de un pago' },
    },
  ],
  due: tenDays,
}
