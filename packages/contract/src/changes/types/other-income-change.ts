import type { ChangeType } from '../change-type.ts'
import { awardLetter, employerLetter, payStub } from '../common-documents.ts'
import { asked, frequency, inOwnWords, otherOption, payment, tenDays, who } from '../common-fields.ts'

const stillComes = { field: 'direction', is: ['starts', 'up', 'down'] }
const cameBefore = { field: 'direction', is: ['up', 'down', 'stops'] }
const fromWork = { field: 'source', is: ['pay'] }

export const otherIncomeChange: ChangeType = {
  id: 'other_income_change',
  group: 'income',
  position: 8,
  version: 1,
  label: {
    en: 'Other income changes by more than $100 a month',
    es: 'Otros ingresos cambian más de $100 al mes',
  },
  hint: {
    en: 'Income goes up or down, starts, or stops.',
    es: 'Los ingresos suben o bajan, empiezan o terminan.',
  },
  searchWords: {
    en: 'raise more hours fewer hours cut pension veterans VA alimony rent workers compensation tips bonus self-employed',
    es: 'aumento más horas menos horas recorte pensión veteranos alquiler renta accidente de trabajo propinas bono negocio',
  },
  date: {
    label: { en: 'When does the income change?', es: '¿Cuándo cambian los ingresos?' },
    daysAhead: 60,
  },
  fields: [
    who,
    {
      id: 'source',
      kind: 'choice',
      required: true,
      label: { en: 'What income is it?', es: '¿Qué ingreso es?' },
      options: [
        { id: 'pay', label: { en: 'Pay or hours at a job', es: 'Sueldo u horas en un trabajo' } },
        { id: 'own_business', label: { en: 'Your own business', es: 'Negocio propio' } },
        { id: 'pension', label: { en: 'Pension', es: 'Pensión' } },
        { id: 'veterans', label: { en: 'Veterans benefits', es: 'Beneficios para veteranos' } },
        {
          id: 'workers_compensation',
          label: { en: 'Workers’ compensation', es: 'Compensación por accidente de trabajo' },
        },
        { id: 'support', label: { en: 'Child support or alimony', es: 'Manutención o pensión alimenticia' } },
        { id: 'rent', label: { en: 'Rent that someone pays you', es: 'Alquiler que alguien le paga' } },
        otherOption,
      ],
    },
    inOwnWords('source'),
    {
      id: 'direction',
      kind: 'choice',
      required: true,
      label: { en: 'What happens to it?', es: '¿Qué pasa con este ingreso?' },
      options: [
        { id: 'starts', label: { en: 'It starts', es: 'Empieza' } },
        { id: 'up', label: { en: 'It goes up', es: 'Sube' } },
        { id: 'down', label: { en: 'It goes down', es: 'Baja' } },
        { id: 'stops', label: { en: 'It stops', es: 'Termina' } },
      ],
    },
    {
      id: 'amountBefore',
      kind: 'money',
      required: true,
      when: cameBefore,
      label: { en: 'How much was it before?', es: '¿De cuánto era antes?' },
    },
    asked({ ...payment, label: { en: 'How much is it now?', es: '¿De cuánto es ahora?' } }, stillComes),
    {
      ...frequency,
      label: { en: 'How often does or did it come?', es: '¿Con qué frecuencia llega o llegaba?' },
    },
  ],
  documents: [
    { ...payStub, when: fromWork },
    { ...employerLetter, when: fromWork },
    { ...awardLetter, when: { field: 'source', is: ['pension', 'veterans', 'workers_compensation'] } },
    {
      id: 'income_record',
      label: { en: 'Paper that shows the income', es: 'Documento que muestra el ingreso' },
      when: { field: 'source', is: ['own_business', 'support', 'rent', 'other'] },
    },
  ],
  due: tenDays,
}
