import type { ChangeType } from '../change-type.ts'
import { birthCertificate, identityCard, lease } from '../common-documents.ts'
import { incomeOfJoining, tenDays } from '../common-fields.ts'

export const someoneMovesIn: ChangeType = {
  id: 'someone_moves_in',
  group: 'living',
  position: 1,
  version: 1,
  label: { en: 'Someone moves in with you', es: 'Alguien se muda a vivir con usted' },
  hint: {
    en: 'If more than one person moves in, report each one.',
    es: 'Si se muda más de una persona, informe sobre cada una por separado.',
  },
  searchWords: {
    en: 'new person household roommate boyfriend girlfriend partner child comes home family member moved in',
    es: 'persona nueva hogar compañero de casa novio novia pareja hijo regresa familiar se mudó conmigo',
  },
  date: {
    label: { en: 'When does the person move in?', es: '¿Cuándo viene a vivir con usted?' },
    daysAhead: 60,
  },
  fields: [
    {
      id: 'person',
      kind: 'person',
      from: 'added',
      required: true,
      label: { en: 'Who moves in?', es: '¿Quién viene a vivir con usted?' },
    },
    {
      id: 'relationship',
      kind: 'choice',
      required: true,
      label: { en: 'Who is this person to you?', es: '¿Qué relación tiene con usted?' },
      options: [
        { id: 'child', label: { en: 'Child', es: 'Hijo o hija' } },
        { id: 'spouse', label: { en: 'Husband or wife', es: 'Esposo o esposa' } },
        { id: 'partner', label: { en: 'Partner', es: 'Pareja' } },
        { id: 'parent', label: { en: 'Parent', es: 'Padre o madre' } },
        { id: 'relative', label: { en: 'Someone else in my family', es: 'Otra persona de mi familia' } },
        { id: 'not_related', label: { en: 'Not family', es: 'No es de mi familia' } },
      ],
    },
    {
      id: 'sharesFood',
      kind: 'yes_no',
      required: true,
      label: {
        en: 'Do you buy and cook food together?',
        es: '¿Compran y preparan la comida juntos?',
      },
    },
    ...incomeOfJoining,
  ],
  documents: [{ ...birthCertificate, when: { field: 'relationship', is: ['child'] } }, identityCard, lease],
  due: tenDays,
}
