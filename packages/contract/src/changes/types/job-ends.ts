import type { ChangeType } from '../change-type.ts'
import { payStub, unemploymentLetter } from '../common-documents.ts'
import { employer, inOwnWords, otherOption, tenDays, who } from '../common-fields.ts'

export const jobEnds: ChangeType = {
  id: 'job_ends',
  group: 'income',
  position: 3,
  version: 1,
  label: { en: 'A job ends', es: 'Termina un trabajo' },
  searchWords: {
    en: 'lost job laid off fired quit let go last day out of work layoff',
    es: 'perdió el trabajo despido despidieron renunció lo corrieron último día sin trabajo desempleado',
  },
  date: {
    label: { en: 'What is the last day of work?', es: '¿Cuál es el último día de trabajo?' },
    daysAhead: 60,
  },
  fields: [
    who,
    employer,
    {
      id: 'reason',
      kind: 'choice',
      required: false,
      label: { en: 'Why does the job end?', es: '¿Por qué termina el trabajo?' },
      options: [
        { id: 'laid_off', label: { en: 'Laid off, no more work', es: 'Despido por falta de trabajo' } },
        { id: 'let_go', label: { en: 'Let go by the employer', es: 'Despido por decisión del empleador' } },
        { id: 'quit', label: { en: 'Quit', es: 'Renuncia' } },
        { id: 'contract_over', label: { en: 'The job was for a set time', es: 'Era un trabajo temporal' } },
        otherOption,
      ],
    },
    inOwnWords('reason'),
    {
      id: 'morePay',
      kind: 'yes_no',
      required: true,
      label: { en: 'Is there pay still to come?', es: '¿Falta algún pago por recibir?' },
    },
    {
      id: 'lastPay',
      kind: 'money',
      required: true,
      when: { field: 'morePay', is: [true] },
      label: {
        en: 'How much is still to come before taxes?',
        es: '¿Cuánto falta por recibir antes de los impuestos?',
      },
      hint: { en: 'Your best guess is fine.', es: 'Puede ser un cálculo aproximado.' },
    },
    {
      id: 'lastPayOn',
      kind: 'date',
      required: false,
      latest: { daysFromToday: 180 },
      when: { field: 'morePay', is: [true] },
      label: { en: 'When does the last pay come?', es: '¿Cuándo llega el último pago?' },
    },
  ],
  documents: [
    {
      id: 'termination_letter',
      label: {
        en: 'Letter that says the job ended',
        es: 'Carta que dice que el trabajo terminó',
      },
    },
    payStub,
    { ...unemploymentLetter, when: { field: 'reason', is: ['laid_off', 'let_go', 'contract_over'] } },
  ],
  due: tenDays,
}
