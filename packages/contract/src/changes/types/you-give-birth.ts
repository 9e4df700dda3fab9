import type { ChangeType } from '../change-type.ts'
import { birthCertificate } from '../common-documents.ts'
import { tenDays, who } from '../common-fields.ts'

export const youGiveBirth: ChangeType = {
  id: 'you_give_birth',
  group: 'living',
  position: 7,
  version: 1,
  label: { en: 'You give birth', es: 'Usted da a luz' },
  hint: { en: 'You or someone else in your case.', es: 'Usted u otra persona de su caso.' },
  searchWords: {
    en: 'birth born new baby newborn twins son daughter',
    es: 'nacimiento nació bebé recién nacido gemelos parto hijo hija',
  },
  date: {
    label: { en: 'When was the baby born?', es: '¿Cuándo nació el bebé?' },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Who gave birth?', es: '¿Quién dio a luz?' } },
    {
      id: 'baby',
      kind: 'person',
      from: 'added',
      birthDate: 'none',
      required: true,
      label: { en: 'What is the baby’s name?', es: '¿Cómo se llama el bebé?' },
      hint: {
        en: 'If there is no name yet, write Baby and the last name.',
        es: 'Si aún no tiene nombre, escriba Bebé y el apellido.',
      },
    },
    {
      id: 'moreBabies',
      kind: 'yes_no',
      required: true,
      label: { en: 'Was more than one baby born?', es: '¿Nació más de un bebé?' },
    },
    {
      id: 'otherBabies',
      kind: 'text',
      maxLength: 400,
      required: true,
      when: { field: 'moreBabies', is: [true] },
      label: { en: 'What are the names of the other babies?', es: '¿Cómo se llaman los otros bebés?' },
    },
  ],
  documents: [
    birthCertificate,
    {
      id: 'hospital_birth_record',
      label: {
        en: 'Paper from the hospital about the birth',
        es: 'Documento del hospital sobre el nacimiento',
      },
    },
  ],
  due: tenDays,
}
