import type { ChangeType } from '../change-type.ts'
import { tenDays, who } from '../common-fields.ts'

const attends = { field: 'action', is: ['enrolls', 'changes'] }

export const school: ChangeType = {
  id: 'school',
  group: 'other',
  position: 5,
  version: 1,
  label: {
    en: 'You start, change, quit, or finish school',
    es: 'Usted entra a la escuela, cambia de escuela, la deja o la termina',
  },
  hint: {
    en: 'School, college, or job training. You or someone else in your case.',
    es: 'Escuela, universidad o capacitación. Usted u otra persona de su caso.',
  },
  searchWords: {
    en: 'school college university class training student enroll drop out quit graduate diploma GED',
    es: 'escuela colegio universidad clases capacitación estudiante inscribirse dejar graduarse diploma GED',
  },
  date: {
    label: { en: 'When does this happen?', es: '¿Cuándo sucede?' },
    daysAhead: 120,
  },
  fields: [
    who,
    {
      id: 'action',
      kind: 'choice',
      required: true,
      label: { en: 'What happens?', es: '¿Qué sucede?' },
      options: [
        { id: 'enrolls', label: { en: 'Enrolls in school', es: 'Se inscribe en la escuela' } },
        { id: 'changes', label: { en: 'Changes schools', es: 'Cambia de escuela' } },
        { id: 'quits', label: { en: 'Quits school', es: 'Deja la escuela' } },
        { id: 'graduates', label: { en: 'Graduates', es: 'Se gradúa' } },
      ],
    },
    {
      id: 'school',
      kind: 'text',
      maxLength: 200,
      required: true,
      label: { en: 'What is the name of the school?', es: '¿Cómo se llama la escuela?' },
      hint: {
        en: 'The new one, if the school changes.',
        es: 'La nueva, si cambia de escuela.',
      },
    },
    {
      id: 'formerSchool',
      kind: 'text',
      maxLength: 200,
      required: false,
      when: { field: 'action', is: ['changes'] },
      label: { en: 'What school was it before?', es: '¿Qué escuela era antes?' },
    },
    {
      id: 'attendance',
      kind: 'choice',
      required: true,
      when: attends,
      label: { en: 'How much time in school is it?', es: '¿Cuánto tiempo estudia?' },
      options: [
        { id: 'full', label: { en: 'Full time', es: 'Tiempo completo' } },
        { id: 'half', label: { en: 'Half time or more', es: 'Medio tiempo o más' } },
        { id: 'less', label: { en: 'Less than half time', es: 'Menos de medio tiempo' } },
        { id: 'not_sure', label: { en: 'I am not sure', es: 'No sé con certeza' } },
      ],
    },
  ],
  documents: [
    {
      id: 'school_letter',
      label: { en: 'Letter or schedule from the school', es: 'Carta u horario de la escuela' },
    },
    {
      id: 'diploma',
      label: { en: 'Diploma or last report card', es: 'Diploma o última boleta de calificaciones' },
      when: { field: 'action', is: ['graduates'] },
    },
  ],
  due: tenDays,
}
