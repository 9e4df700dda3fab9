import type { ChangeType } from '../change-type.ts'
import { unemploymentLetter } from '../common-documents.ts'
import { inOwnWords, otherOption, tenDays, who } from '../common-fields.ts'

export const unemploymentEnds: ChangeType = {
  id: 'unemployment_ends',
  group: 'income',
  position: 5,
  version: 1,
  label: { en: 'Unemployment benefits end', es: 'Terminan los beneficios por desempleo' },
  searchWords: {
    en: 'unemployment compensation UI stops stopped ran out used up ended',
    es: 'desempleo compensación se acabó terminó paro dejó de cobrar',
  },
  date: {
    label: { en: 'When is the last payment?', es: '¿Cuándo es el último pago?' },
    daysAhead: 60,
  },
  fields: [
    who,
    {
      id: 'reason',
      kind: 'choice',
      required: false,
      label: { en: 'Why do they end?', es: '¿Por qué terminan?' },
      options: [
        { id: 'used_up', label: { en: 'They are used up', es: 'Se agotaron' } },
        { id: 'back_to_work', label: { en: 'Back to work', es: 'Regresó a trabajar' } },
        { id: 'denied', label: { en: 'The claim was denied', es: 'Negaron la solicitud' } },
        otherOption,
      ],
      hint: {
        en: 'If there is a new job, report the job too.',
        es: 'Si hay un trabajo nuevo, informe también el trabajo.',
      },
    },
    inOwnWords('reason'),
  ],
  documents: [unemploymentLetter],
  due: tenDays,
}
