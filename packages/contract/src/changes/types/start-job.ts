import type { ChangeType } from '../change-type.ts'
import { employerLetter, payStub } from '../common-documents.ts'
import { employer, frequency, hoursPerWeek, pay, tenDays, who } from '../common-fields.ts'

export const startJob: ChangeType = {
  id: 'start_job',
  group: 'income',
  position: 1,
  version: 1,
  label: { en: 'You start a job', es: 'Usted empieza un trabajo' },
  hint: {
    en: 'You or someone else in your case.',
    es: 'Usted u otra persona de su caso.',
  },
  searchWords: {
    en: 'new job hired work working employment wages pay paycheck salary self-employed gig',
    es: 'trabajo nuevo empleo contrataron chamba sueldo salario cheque pago cuenta propia',
  },
  date: {
    label: { en: 'What is the first day of work?', es: '¿Cuál es el primer día de trabajo?' },
    daysAhead: 60,
  },
  fields: [who, employer, pay, frequency, hoursPerWeek],
  documents: [payStub, employerLetter],
  due: tenDays,
}
