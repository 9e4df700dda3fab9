import type { ChangeCondition, ChangeField, ChangeOption, ChangeType } from './change-type.ts'

/**
 * Changes are reported within ten days of the day on which they happen. Source: 7 CFR 273.12(a)(2), and the
 * Department's guide to reporting changes.
 */
export const tenDays: ChangeType['due'] = {
  days: 10,
  source: '7 CFR 273.12(a)(2); Department guide to reporting changes',
}

/** The same question, asked only where another answer calls for it. */
export function asked(field: ChangeField, when: ChangeCondition): ChangeField {
  return { ...field, when }
}

/** Whom a change concerns: also somebody who has only just joined the household, and is not in the case yet. */
export const who: ChangeField = {
  id: 'who',
  kind: 'person',
  from: 'either',
  birthDate: 'none',
  required: true,
  label: { en: 'Who is this about?', es: '¿De quién se trata?' },
}

/** How often an amount comes. */
const payFrequencies: readonly ChangeOption[] = [
  { id: 'weekly', label: { en: 'Every week', es: 'Cada semana' } },
  { id: 'every_two_weeks', label: { en: 'Every two weeks', es: 'Cada dos semanas' } },
  { id: 'twice_a_month', label: { en: 'Twice a month', es: 'Dos veces al mes' } },
  { id: 'monthly', label: { en: 'Every month', es: 'Cada mes' } },
  { id: 'once', label: { en: 'Only once', es: 'Una sola vez' } },
  { id: 'varies', label: { en: 'It varies', es: 'Varía' } },
]

/** Goes with an `amount`. */
export const frequency: ChangeField = {
  id: 'frequency',
  kind: 'choice',
  required: true,
  options: payFrequencies,
  label: { en: 'How often does this money come?', es: '¿Con qué frecuencia llega este dinero?' },
}

/** Money that comes from work. */
export const pay: ChangeField = {
  id: 'amount',
  kind: 'money',
  required: true,
  label: {
    en: 'How much is the pay before taxes?',
    es: '¿Cuánto es el pago antes de los impuestos?',
  },
  hint: {
    en: 'For one pay day. If you do not know yet, give your best guess.',
    es: 'Por cada día de pago. Si aún no lo sabe, dé un cálculo aproximado.',
  },
}

/** What a benefit or a person pays regularly. */
export const payment: ChangeField = {
  id: 'amount',
  kind: 'money',
  required: true,
  label: { en: 'How much is each payment?', es: '¿De cuánto es cada pago?' },
}

export const employer: ChangeField = {
  id: 'employer',
  kind: 'text',
  maxLength: 200,
  required: true,
  label: { en: 'Who is the employer?', es: '¿Quién es el empleador?' },
  hint: {
    en: 'The name of the company or person that pays.',
    es: 'El nombre de la empresa o persona que paga.',
  },
}

export const hoursPerWeek: ChangeField = {
  id: 'hoursPerWeek',
  kind: 'number',
  min: 0,
  max: 168,
  required: false,
  label: {
    en: 'About how many hours of work each week?',
    es: '¿Más o menos cuántas horas de trabajo por semana?',
  },
}

const withIncome: ChangeCondition = { field: 'hasIncome', is: [true] }

/** Whether somebody who joins the household has money coming in, and how much. */
export const incomeOfJoining: readonly ChangeField[] = [
  {
    id: 'hasIncome',
    kind: 'yes_no',
    required: true,
    label: { en: 'Does this person have income?', es: '¿Esta persona tiene ingresos?' },
    hint: {
      en: 'Pay from a job, benefits, support, or other money.',
      es: 'Sueldo de un trabajo, beneficios, manutención u otro dinero.',
    },
  },
  {
    id: 'incomeFrom',
    kind: 'text',
    maxLength: 200,
    required: true,
    when: withIncome,
    label: { en: 'Where does the money come from?', es: '¿De dónde viene el dinero?' },
    hint: { en: 'Such as a job or Social Security.', es: 'Por ejemplo, un trabajo o el Seguro Social.' },
  },
  asked(payment, withIncome),
  asked(frequency, withIncome),
]

/** One's own words, where none of the answers to choose from fits. */
export function inOwnWords(of: string): ChangeField {
  return {
    id: `${of}Other`,
    kind: 'text',
    maxLength: 200,
    required: true,
    when: { field: of, is: ['other'] },
    label: { en: 'What is it?', es: '¿Cuál es?' },
    hint: { en: 'Tell us in your own words.', es: 'Cuéntenos con sus propias palabras.' },
  }
}

/** The last of the answers to choose from, which `inOwnWords` goes with. */
export const otherOption: ChangeOption = { id: 'other', label: { en: 'Something else', es: 'Otra cosa' } }
