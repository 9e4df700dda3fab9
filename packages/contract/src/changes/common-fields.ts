import type { ChangeField, ChangeOption, ChangeType } from './change-type.ts'

/**
 * Changes are reported within ten days of the day on which they happen. Source: 7 CFR 273.12(a)(2), and the
 * Department's guide to reporting changes.
 */
export const tenDays: ChangeType['due'] = {
  days: 10,
  source: '7 CFR 273.12(a)(2); Department guide to reporting changes',
}

/** Whom of the case a change concerns. */
export const who: ChangeField = {
  id: 'who',
  kind: 'person',
  from: 'member',
  required: true,
  label: { en: 'Who is this about?', es: '¿De quién se trata?' },
}

/** How often an amount comes. */
export const payFrequencies: readonly ChangeOption[] = [
  { id: 'weekly', label: { en: 'Every week', es: 'Cada semana' } },
  { id: 'every_two_weeks', label: { en: 'Every two weeks', es: 'Cada dos semanas' } },
  { id: 'twice_a_month', label: { en: 'Twice a month', es: 'Dos veces al mes' } },
  { id: 'monthly', label: { en: 'Every month', es: 'Cada mes' } },
  { id: 'once', label: { en: 'Only once', es: 'Una sola vez' } },
  { id: 'varies', label: { en: 'It varies', es: 'Varía' } },
]
