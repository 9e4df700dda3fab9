/** The frequent questions, in the order in which they are shown. Their words are `questions.<id>.…` of the copy. */
export const questionGroups = [
  {
    id: 'account',
    questions: [
      'what_is_my_account',
      'need_client_id',
      'what_is_client_id',
      'associate_case',
      'lost_password',
      'password_rules',
      'signed_out',
    ],
  },
  {
    id: 'benefits',
    questions: ['snap_day', 'cash_day', 'report_change', 'how_report', 'ebt_card', 'renewal'],
  },
  {
    id: 'papers',
    questions: ['get_form', 'did_you_get_it', 'receipt_real', 'send_proof', 'which_proof', 'child_support'],
  },
  {
    id: 'help',
    questions: ['language', 'tty', 'robot', 'no_internet'],
  },
  {
    id: 'safety',
    questions: ['shared_computer', 'someone_knows', 'home_safety', 'ssn', 'delete_account', 'who_sees'],
  },
] as const

export type QuestionGroup = (typeof questionGroups)[number]
export type QuestionId = QuestionGroup['questions'][number]
