import type { ChangeType } from '../change-type.ts'
import { tenDays, who } from '../common-fields.ts'

export const youBecomePregnant: ChangeType = {
  id: 'you_become_pregnant',
  group: 'living',
  position: 6,
  version: 1,
  label: { en: 'You become pregnant', es: 'Usted queda embarazada' },
  hint: { en: 'You or someone else in your case.', es: 'Usted u otra persona de su caso.' },
  searchWords: {
    en: 'pregnant pregnancy expecting baby due date',
    es: 'embarazo embarazada espera un bebé encinta fecha de parto',
  },
  date: {
    label: { en: 'When did you find out?', es: '¿Cuándo lo supo?' },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Who is pregnant?', es: '¿Quién está embarazada?' } },
    {
      id: 'babyDueOn',
      kind: 'date',
      required: true,
      earliest: 'changedOn',
      latest: { daysFromToday: 300 },
      label: { en: 'When is the baby due?', es: '¿Para cuándo se espera al bebé?' },
      hint: { en: 'Your best guess is fine.', es: 'Puede ser una fecha aproximada.' },
    },
    {
      id: 'babies',
      kind: 'number',
      min: 1,
      max: 9,
      required: false,
      label: { en: 'How many babies do you expect?', es: '¿Cuántos bebés espera?' },
    },
  ],
  documents: [
    {
      id: 'pregnancy_letter',
      label: {
        en: 'Letter from a doctor, nurse, or clinic',
        es: 'Carta de su médico, enfermera o clínica',
      },
    },
  ],
  due: tenDays,
}
