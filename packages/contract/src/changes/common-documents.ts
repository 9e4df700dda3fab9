import type { ChangeDocument } from './change-type.ts'

/** Documents that help with more than one kind of change. What helps with one only stands in its own file. */

export const payStub: ChangeDocument = {
  id: 'pay_stub',
  label: { en: 'Pay stub', es: 'Talón de pago' },
}

export const employerLetter: ChangeDocument = {
  id: 'employer_letter',
  label: { en: 'Letter from the employer', es: 'Carta del empleador' },
}

export const awardLetter: ChangeDocument = {
  id: 'award_letter',
  label: {
    en: 'Award letter that shows how much you get',
    es: 'Carta de concesión que muestra cuánto recibe',
  },
}

export const unemploymentLetter: ChangeDocument = {
  id: 'unemployment_letter',
  label: { en: 'Letter about unemployment benefits', es: 'Carta sobre los beneficios por desempleo' },
}

export const courtOrder: ChangeDocument = {
  id: 'court_order',
  label: { en: 'Court order', es: 'Orden del tribunal' },
}

export const birthCertificate: ChangeDocument = {
  id: 'birth_certificate',
  label: { en: 'Birth certificate', es: 'Acta de nacimiento' },
}

export const identityCard: ChangeDocument = {
  id: 'identity_card',
  label: { en: 'ID card or driver’s license', es: 'Identificación o licencia de conducir' },
}

export const lease: ChangeDocument = {
  id: 'lease',
  label: { en: 'Lease or letter from the landlord', es: 'Contrato de alquiler o carta del dueño' },
}

export const bankStatement: ChangeDocument = {
  id: 'bank_statement',
  label: { en: 'Bank statement', es: 'Estado de cuenta del banco' },
}
