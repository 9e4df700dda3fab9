import type { ChangeType } from '../change-type.ts'
import { unemploymentLetter } from '../common-documents.ts'
import { frequency, payment, tenDays, who } from '../common-fields.ts'

export const unemploymentStarts: ChangeType = {
  id: 'unemployment_starts',
  group: 'income',
  position: 4,
  version: 1,
  label: { en: 'Unemployment benefits start', es: 'Empiezan los beneficios por desempleo' },
  searchWords: {
    en: 'unemployment compensation UI jobless laid off benefits start',
    es: 'desempleo compensación seguro de desempleo paro empieza a cobrar',
  },
  date: {
    label: {
      en: 'When does the first payment come?',
      es: '¿Cuándo llega el primer pago?',
    },
    daysAhead: 60,
  },
  fields: [who, payment, frequency],
  documents: [
    unemploymentLetter,
    {
      id: 'unemployment_payments',
      label: { en: 'List of your unemployment payments', es: 'Lista de sus pagos por desempleo' },
    },
  ],
  due: tenDays,
}
