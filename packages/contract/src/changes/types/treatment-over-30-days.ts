import type { ChangeType } from '../change-type.ts'
import { tenDays, who } from '../common-fields.ts'

export const treatmentOver30Days: ChangeType = {
  id: 'treatment_over_30_days',
  group: 'living',
  position: 8,
  version: 1,
  label: {
    en: 'You go into a hospital or treatment for more than 30 days',
    es: 'Usted entra a un hospital o a un tratamiento por más de 30 días',
  },
  hint: {
    en: 'A drug treatment program, a rehab center, or a hospital.',
    es: 'Un programa contra las drogas, un centro de rehabilitación o un hospital.',
  },
  searchWords: {
    en: 'hospital rehab rehabilitation drug alcohol treatment detox program nursing facility inpatient',
    es: 'hospital rehabilitación drogas alcohol tratamiento programa desintoxicación internado ingreso',
  },
  date: {
    label: { en: 'What is the first day there?', es: '¿Cuál es el primer día ahí?' },
    daysAhead: 60,
  },
  fields: [
    who,
    {
      id: 'place',
      kind: 'choice',
      required: true,
      label: { en: 'What kind of place is it?', es: '¿Qué tipo de lugar es?' },
      options: [
        {
          id: 'drug_treatment',
          label: { en: 'Drug or alcohol treatment', es: 'Tratamiento contra las drogas o el alcohol' },
        },
        { id: 'rehabilitation', label: { en: 'Rehab center', es: 'Centro de rehabilitación' } },
        { id: 'hospital', label: { en: 'Hospital', es: 'Hospital' } },
      ],
    },
    {
      id: 'placeName',
      kind: 'text',
      maxLength: 200,
      required: true,
      label: { en: 'What is the name of the place?', es: '¿Cómo se llama el lugar?' },
    },
    {
      id: 'knowsEnd',
      kind: 'yes_no',
      required: true,
      label: { en: 'Do you know the last day of the stay?', es: '¿Sabe cuál será el último día ahí?' },
    },
    {
      id: 'endsOn',
      kind: 'date',
      required: true,
      earliest: 'changedOn',
      latest: { daysFromToday: 1096 },
      when: { field: 'knowsEnd', is: [true] },
      label: { en: 'What is the last day?', es: '¿Cuál es el último día?' },
    },
  ],
  documents: [
    {
      id: 'facility_letter',
      label: {
        en: 'Letter from the hospital or program',
        es: 'Carta del hospital o del programa',
      },
    },
  ],
  due: tenDays,
}
