import type { ChangeType } from '../change-type.ts'
import { identityCard } from '../common-documents.ts'
import { asked, incomeOfJoining, tenDays, who } from '../common-fields.ts'

export const youMarry: ChangeType = {
  id: 'you_marry',
  group: 'living',
  position: 4,
  version: 1,
  label: { en: 'You marry', es: 'Usted se casa' },
  hint: { en: 'You or someone else in your case.', es: 'Usted u otra persona de su caso.' },
  searchWords: {
    en: 'married marriage wedding husband wife spouse civil union new last name',
    es: 'matrimonio boda casarse casada casado esposo esposa cónyuge apellido nuevo',
  },
  date: {
    label: { en: 'When was the wedding?', es: '¿Cuándo fue la boda?' },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Who got married?', es: '¿Quién se casó?' } },
    {
      id: 'spouse',
      kind: 'person',
      from: 'either',
      required: true,
      label: { en: 'Who is the husband or wife?', es: '¿Quién es el esposo o la esposa?' },
    },
    {
      id: 'livesHere',
      kind: 'yes_no',
      required: true,
      label: { en: 'Does this person live with you?', es: '¿Esta persona vive con usted?' },
    },
    ...incomeOfJoining.map((field) =>
      field.id === 'hasIncome' ? asked(field, { field: 'livesHere', is: [true] }) : field,
    ),
  ],
  documents: [
    {
      id: 'marriage_certificate',
      label: { en: 'Marriage certificate', es: 'Acta de matrimonio' },
    },
    { ...identityCard, when: { field: 'livesHere', is: [true] } },
  ],
  due: tenDays,
}
