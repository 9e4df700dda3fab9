import type { ChangeType } from '../change-type.ts'
import { employerLetter, payStub } from '../common-documents.ts'
import { employer, frequency, hoursPerWeek, pay, tenDays, who } from '../common-fields.ts'

export const changeEmployer: ChangeType = {
  id: 'change_employer',
  group: 'income',
  position: 2,
  version: 1,
  label: { en: 'You change employers', es: 'Usted cambia de empleador' },
  hint: {
    en: 'You leave one job and start another.',
    es: 'Usted deja un trabajo y empieza otro.',
  },
  searchWords: {
    en: 'new employer switch jobs different job new boss company transfer',
    es: 'nuevo empleador cambio de trabajo otro trabajo nuevo patrón jefe empresa compañía',
  },
  date: {
    label: { en: 'What is the first day at the new job?', es: '¿Cuál es el primer día en el trabajo nuevo?' },
    daysAhead: 60,
  },
  fields: [
    who,
    {
      id: 'formerEmployer',
      kind: 'text',
      maxLength: 200,
      required: true,
      label: { en: 'Who was the employer before?', es: '¿Quién era el empleador anterior?' },
    },
    { ...employer, label: { en: 'Who is the new employer?', es: '¿Quién es el nuevo empleador?' } },
    pay,
    frequency,
    hoursPerWeek,
  ],
  documents: [
    payStub,
    employerLetter,
    {
      id: 'former_employer_letter',
      label: { en: 'Letter from the job you left', es: 'Carta del trabajo que dejó' },
    },
  ],
  due: tenDays,
}
