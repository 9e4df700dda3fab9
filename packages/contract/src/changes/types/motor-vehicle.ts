import type { ChangeType } from '../change-type.ts'
import { tenDays, who } from '../common-fields.ts'

export const motorVehicle: ChangeType = {
  id: 'motor_vehicle',
  group: 'other',
  position: 4,
  version: 1,
  label: { en: 'You buy or register a car or truck', es: 'Usted compra o registra un auto o una camioneta' },
  hint: {
    en: 'Or a motorcycle, or something else with a motor.',
    es: 'O una motocicleta u otro vehículo de motor.',
  },
  searchWords: {
    en: 'car truck van motorcycle vehicle auto bought registered DMV loan',
    es: 'carro coche auto camioneta camión moto motocicleta vehículo compró registro DMV préstamo',
  },
  date: {
    label: {
      en: 'When did you buy or register it?',
      es: '¿Cuándo lo compró o lo registró?',
    },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Whose is it?', es: '¿De quién es?' } },
    {
      id: 'vehicle',
      kind: 'text',
      maxLength: 200,
      required: true,
      label: { en: 'What is it?', es: '¿Qué es?' },
      hint: {
        en: 'Year, make, and model, such as 2016 Honda Civic.',
        es: 'Año, marca y modelo, por ejemplo 2016 Honda Civic.',
      },
    },
    {
      id: 'value',
      kind: 'money',
      required: false,
      label: { en: 'About how much is it worth?', es: '¿Más o menos cuánto vale?' },
    },
    {
      id: 'owes',
      kind: 'yes_no',
      required: true,
      label: { en: 'Is money still owed on it?', es: '¿Todavía se debe dinero por el vehículo?' },
    },
    {
      id: 'owed',
      kind: 'money',
      required: true,
      when: { field: 'owes', is: [true] },
      label: { en: 'How much is owed?', es: '¿Cuánto se debe?' },
    },
  ],
  documents: [
    {
      id: 'vehicle_registration',
      label: { en: 'Registration', es: 'Registro del vehículo' },
    },
    {
      id: 'bill_of_sale',
      label: { en: 'Bill of sale', es: 'Contrato o recibo de compra' },
    },
    {
      id: 'loan_papers',
      label: { en: 'Loan papers', es: 'Documentos del préstamo' },
      when: { field: 'owes', is: [true] },
    },
  ],
  due: tenDays,
}
