import type { ChangeField, ChangeType } from '../change-type.ts'
import { lease } from '../common-documents.ts'
import { tenDays } from '../common-fields.ts'

const withAddress = { field: 'hasAddress', is: [true] }
const withoutAddress = { field: 'hasAddress', is: [false] }

/**
 * Who tells of a new address is offered to register to vote, whatever the benefits: 52 U.S.C. 20506(a)(6)(A) and (B)
 * (section 7 of the National Voter Registration Act). The hint says what (B)(ii) to (v) want said; complaints go to the
 * State Elections Enforcement Commission (Connecticut Public Act 94-121, section 2). A question that is left open counts
 * as having decided not to register at this time.
 */
const voterRegistration: ChangeField = {
  id: 'voterRegistration',
  kind: 'choice',
  required: false,
  leftOpen: 'no_answer',
  label: {
    en: 'If you are not registered to vote where you live now, would you like to apply to register to vote here today?',
    es: 'Si no está inscrito para votar en el lugar donde vive ahora, ¿le gustaría solicitar hoy aquí la inscripción para votar?',
  },
  hint: {
    en: [
      'To register or not to register does not change how much help you get from us.',
      'If you do not check a box, you will be taken to have decided not to register to vote at this time.',
      'If you would like help with the form, we will help you. You decide if you want help or not. You may fill out the form in private.',
      'No one may get in the way of your right to register or not to register, your right to privacy when you decide or when you apply, or your right to choose your own party or other political preference. If someone does, you may file a complaint with the State Elections Enforcement Commission.',
    ].join('\n'),
    es: [
      'Inscribirse o no inscribirse no cambia la cantidad de ayuda que recibe de nosotros.',
      'Si no marca ninguna casilla, se entenderá que decidió no inscribirse para votar en este momento.',
      'Si quiere ayuda con el formulario, le ayudamos. Usted decide si quiere ayuda o no. Puede llenar el formulario en privado.',
      'Nadie puede interferir con su derecho a inscribirse o a no inscribirse, con su derecho a la privacidad al decidir o al solicitar la inscripción, ni con su derecho a elegir su propio partido u otra preferencia política. Si alguien lo hace, puede presentar una queja ante la Comisión Estatal de Cumplimiento Electoral (State Elections Enforcement Commission).',
    ].join('\n'),
  },
  options: [
    { id: 'yes', label: { en: 'Yes', es: 'Sí' } },
    { id: 'no', label: { en: 'No', es: 'No' } },
    { id: 'no_answer', label: { en: 'I do not want to answer', es: 'No deseo contestar' } },
  ],
}

export const youMove: ChangeType = {
  id: 'you_move',
  group: 'living',
  position: 3,
  version: 1,
  label: { en: 'You move', es: 'Usted se muda' },
  searchWords: {
    en: 'new address moving moved apartment house rent shelter homeless mail',
    es: 'dirección nueva mudanza me mudé apartamento casa alquiler renta refugio sin hogar correo',
  },
  date: {
    label: { en: 'When do you move?', es: '¿Cuándo se muda?' },
    daysAhead: 90,
  },
  fields: [
    {
      id: 'whoMoves',
      kind: 'choice',
      required: true,
      label: { en: 'Who moves?', es: '¿Quién se muda?' },
      options: [
        { id: 'all', label: { en: 'All of us in the case', es: 'Todos los del caso' } },
        { id: 'some', label: { en: 'Only some of us', es: 'Solo algunos' } },
      ],
    },
    {
      id: 'names',
      kind: 'text',
      maxLength: 400,
      required: true,
      when: { field: 'whoMoves', is: ['some'] },
      label: { en: 'What are the names of those who move?', es: '¿Cómo se llaman los que se mudan?' },
    },
    {
      id: 'hasAddress',
      kind: 'yes_no',
      required: true,
      label: { en: 'Is there a new home address?', es: '¿Hay una nueva dirección?' },
      hint: {
        en: 'Choose No if you have no fixed place to stay.',
        es: 'Elija No si no tiene un lugar fijo donde vivir.',
      },
    },
    {
      id: 'newAddress',
      kind: 'address',
      required: true,
      when: withAddress,
      label: { en: 'What is the new address?', es: '¿Cuál es la nueva dirección?' },
    },
    {
      id: 'mailThere',
      kind: 'yes_no',
      required: true,
      when: withAddress,
      label: { en: 'Do you get your mail there?', es: '¿Recibe su correo ahí?' },
    },
    {
      id: 'town',
      kind: 'text',
      maxLength: 100,
      required: true,
      when: withoutAddress,
      label: { en: 'What town do you stay in?', es: '¿En qué ciudad o pueblo se queda?' },
    },
    {
      id: 'mailingAddress',
      kind: 'address',
      required: true,
      when: { field: 'mailThere', is: [false] },
      label: { en: 'Where do you get your mail?', es: '¿Dónde recibe su correo?' },
    },
    {
      id: 'mailMeanwhile',
      kind: 'address',
      required: false,
      when: withoutAddress,
      label: { en: 'Where can we send your mail for now?', es: '¿A dónde le enviamos el correo por ahora?' },
    },
    {
      id: 'rent',
      kind: 'money',
      required: false,
      when: withAddress,
      label: {
        en: 'How much is the rent or mortgage each month?',
        es: '¿Cuánto es el alquiler o la hipoteca al mes?',
      },
    },
    {
      id: 'paysHeat',
      kind: 'yes_no',
      required: false,
      when: withAddress,
      label: {
        en: 'Do you pay for heat or air conditioning there?',
        es: '¿Paga ahí la calefacción o el aire acondicionado?',
      },
    },
    voterRegistration,
  ],
  documents: [
    { ...lease, when: withAddress },
    {
      id: 'utility_bill',
      label: { en: 'Bill for heat, light, or phone', es: 'Factura de calefacción, luz o teléfono' },
      when: withAddress,
    },
    {
      id: 'shelter_letter',
      label: {
        en: 'Letter from a shelter or from who you stay with',
        es: 'Carta de un refugio o de la persona con quien se queda',
      },
      when: withoutAddress,
    },
  ],
  due: tenDays,
}
