import type { ChangeType } from '../change-type.ts'
import { bankStatement } from '../common-documents.ts'
import { tenDays, who } from '../common-fields.ts'

export const bankAccount: ChangeType = {
  id: 'bank_account',
  group: 'other',
  position: 3,
  version: 1,
  label: { en: 'You open or close a bank account', es: 'Usted abre o cierra una cuenta de banco' },
  searchWords: {
    en: 'bank account checking savings credit union opened closed debit card',
    es: 'cuenta de banco bancaria cheques ahorros cooperativa abrió cerró tarjeta de débito',
  },
  date: {
    label: {
      en: 'When was the account opened or closed?',
      es: '¿Cuándo se abrió o se cerró la cuenta?',
    },
    daysAhead: 0,
  },
  fields: [
    { ...who, label: { en: 'Whose account is it?', es: '¿De quién es la cuenta?' } },
    {
      id: 'action',
      kind: 'choice',
      required: true,
      label: { en: 'What happened?', es: '¿Qué pasó?' },
      options: [
        { id: 'opened', label: { en: 'It was opened', es: 'Se abrió' } },
        { id: 'closed', label: { en: 'It was closed', es: 'Se cerró' } },
      ],
    },
    {
      id: 'bank',
      kind: 'text',
      maxLength: 200,
      required: true,
      label: { en: 'Which bank is it?', es: '¿En qué banco está la cuenta?' },
      hint: {
        en: 'Leave out the account number.',
        es: 'No escriba el número de la cuenta.',
      },
    },
    {
      id: 'accountKind',
      kind: 'choice',
      required: true,
      label: { en: 'What kind of account is it?', es: '¿Qué tipo de cuenta es?' },
      options: [
        { id: 'checking', label: { en: 'Checking', es: 'De cheques' } },
        { id: 'savings', label: { en: 'Savings', es: 'De ahorros' } },
        { id: 'other', label: { en: 'Another kind', es: 'De otro tipo' } },
      ],
    },
    {
      id: 'balance',
      kind: 'money',
      required: true,
      when: { field: 'action', is: ['opened'] },
      label: { en: 'How much is in it now?', es: '¿Cuánto hay en la cuenta ahora?' },
    },
  ],
  documents: [
    { ...bankStatement, when: { field: 'action', is: ['opened'] } },
    {
      id: 'account_closing_letter',
      label: {
        en: 'Paper that shows the account is closed',
        es: 'Documento que muestra que la cuenta se cerró',
      },
      when: { field: 'action', is: ['closed'] },
    },
  ],
  due: tenDays,
}
