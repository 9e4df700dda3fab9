import type { ChangeType } from '../change-type.ts'
import { inOwnWords, otherOption, tenDays } from '../common-fields.ts'

export const someoneMovesOut: ChangeType = {
  id: 'someone_moves_out',
  group: 'living',
  position: 2,
  version: 1,
  label: { en: 'Someone moves out of your home', es: 'Alguien se va de su casa' },
  hint: {
    en: 'Also if someone in your home has died.',
    es: 'También si murió alguien que vivía con usted.',
  },
  searchWords: {
    en: 'leaves left home moved out household smaller roommate gone died death nursing home jail',
    es: 'se fue de la casa se mudó dejó el hogar murió falleció muerte asilo cárcel',
  },
  date: {
    label: { en: 'When does the person leave?', es: '¿Cuándo se va la persona?' },
    daysAhead: 60,
  },
  fields: [
    {
      id: 'person',
      kind: 'person',
      from: 'either',
      birthDate: 'none',
      required: true,
      label: { en: 'Who leaves?', es: '¿Quién se va?' },
    },
    {
      id: 'reason',
      kind: 'choice',
      required: false,
      label: { en: 'Why does the person leave?', es: '¿Por qué se va la persona?' },
      options: [
        { id: 'moves', label: { en: 'Moves to another home', es: 'Se muda a otra casa' } },
        {
          id: 'facility',
          label: { en: 'Goes to a hospital or nursing home', es: 'Va a un hospital o a un asilo' },
        },
        { id: 'jail', label: { en: 'Goes to jail or prison', es: 'Va a la cárcel o a prisión' } },
        { id: 'died', label: { en: 'Has died', es: 'Murió' } },
        otherOption,
      ],
    },
    inOwnWords('reason'),
    {
      id: 'knowsAddress',
      kind: 'yes_no',
      required: true,
      when: { field: 'reason', is: ['moves', 'facility'] },
      label: { en: 'Do you know the new address?', es: '¿Sabe cuál es la nueva dirección?' },
    },
    {
      id: 'newAddress',
      kind: 'address',
      required: true,
      when: { field: 'knowsAddress', is: [true] },
      label: { en: 'What is the new address?', es: '¿Cuál es la nueva dirección?' },
    },
  ],
  documents: [
    {
      id: 'death_certificate',
      label: { en: 'Death certificate', es: 'Acta de defunción' },
      when: { field: 'reason', is: ['died'] },
    },
    {
      id: 'moved_out_proof',
      label: {
        en: 'Letter or bill that shows where the person lives now',
        es: 'Carta o factura que muestra dónde vive ahora la persona',
      },
      when: { field: 'reason', is: ['moves', 'facility', 'other'] },
    },
  ],
  due: tenDays,
}
