import type { ChangeType } from '../change-type.ts'
import { courtOrder } from '../common-documents.ts'
import { asked, frequency, payment, tenDays, who } from '../common-fields.ts'

const withSupport = { field: 'getsSupport', is: [true] }

export const youDivorce: ChangeType = {
  id: 'you_divorce',
  group: 'living',
  position: 5,
  version: 1,
  label: { en: 'You divorce', es: 'Usted se divorcia' },
  hint: { en: 'You or someone else in your case.', es: 'Usted u otra persona de su caso.' },
  searchWords: {
    en: 'divorced divorce separated split up husband wife spouse ex alimony',
    es: 'divorcio divorciada divorciado separación separarse esposo esposa ex pensión',
  },
  date: {
    label: { en: 'When did the divorce become final?', es: '¿Cuándo quedó firme el divorcio?' },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Who got divorced?', es: '¿Quién se divorció?' } },
    {
      id: 'formerSpouse',
      kind: 'person',
      from: 'either',
      birthDate: 'none',
      required: true,
      label: { en: 'From whom?', es: '¿De quién?' },
    },
    {
      id: 'livesApart',
      kind: 'yes_no',
      required: true,
      label: { en: 'Do they live apart now?', es: '¿Viven ahora en casas distintas?' },
    },
    {
      id: 'getsSupport',
      kind: 'yes_no',
      required: true,
      label: {
        en: 'Is there support or alimony to be paid to you?',
        es: '¿Le van a pagar manutención o pensión alimenticia?',
      },
    },
    asked(payment, withSupport),
    asked(frequency, withSupport),
  ],
  documents: [
    {
      id: 'divorce_decree',
      label: { en: 'Divorce papers', es: 'Sentencia de divorcio' },
    },
    { ...courtOrder, when: withSupport },
  ],
  due: tenDays,
}
