/** Every address of the portal that has one page. Rooms link by these names and never write a path. */
export const paths = {
  home: '/',
  createAccount: {
    name: '/create-account/name',
    credentials: '/create-account/credentials',
    secretQuestions: '/create-account/secret-questions',
    securityCheck: '/create-account/security-check',
    agreement: '/create-account/agreement',
    check: '/create-account/check',
    done: '/create-account/done',
  },
  signIn: '/sign-in',
  signInHelp: '/sign-in/help',
  recover: {
    begin: '/recover',
    questions: '/recover/questions',
    password: '/recover/password',
    done: '/recover/done',
    userId: '/recover/user-id',
    userIdSent: '/recover/user-id/sent',
  },
  signedOut: '/signed-out',
  myAccount: '/my-account',
  associateCase: '/my-account/associate-case',
  caseAssociated: '/my-account/associate-case/done',
  ownCases: '/my-account/cases',
  reportChange: '/my-account/report-change',
  reportChangeOtherWays: '/my-account/report-change/other-ways',
  reports: '/my-account/reports',
  sendProof: '/my-account/send-proof',
  receipts: '/my-account/receipts',
  verifyReceipt: '/receipts/verify',
  profile: {
    overview: '/my-account/profile',
    name: '/my-account/profile/name',
    email: '/my-account/profile/email',
    language: '/my-account/profile/language',
  },
  password: '/my-account/password',
  secretQuestions: '/my-account/secret-questions',
  activity: '/my-account/activity',
  devices: '/my-account/devices',
  exportAccount: '/my-account/export',
  deleteAccount: '/my-account/delete',
  deletionAsked: '/my-account/delete/done',
  keepAccount: '/my-account/keep',
  confirmEmail: '/confirm-email',
  messages: '/my-account/messages',
  outbox: '/outbox',
  demo: '/demo',
  amIEligible: '/am-i-eligible',
  apply: '/apply',
  questions: '/questions',
  forms: '/forms',
  contact: '/contact',
  offices: '/offices',
  about: '/about',
  disclaimer: '/disclaimer',
  privacy: '/privacy',
  accessibility: '/accessibility',
  nondiscrimination: '/nondiscrimination',
  feedback: '/feedback',
  agreement: '/agreement',
  problems: '/problems',
} as const

/** A case of whoever is signed in, and the pages behind it; ids as the API names them. */
export const casePaths = {
  overview: (caseId: string) => `/my-account/cases/${caseId}`,
  payments: (caseId: string) => `/my-account/cases/${caseId}/payments`,
  letters: (caseId: string) => `/my-account/cases/${caseId}/letters`,
  letter: (caseId: string, noticeId: string) => `/my-account/cases/${caseId}/letters/${noticeId}`,
  /** Where one sends what a letter asks for. */
  answerLetter: (caseId: string, noticeId: string) =>
    `/my-account/cases/${caseId}/letters/${noticeId}/send-proof`,
  /** Where one shows again, after getting a new password, that an association is one's own. */
  confirm: (linkId: string) => `/my-account/associate-case/${linkId}/confirm`,
} as const

/** The steps of a report that is being written, by its id; `number` is that of a change in it, from 1. */
export const draftPaths = {
  what: (reportId: string) => `/my-account/report-change/${reportId}/what`,
  change: (reportId: string, number: number | string) =>
    `/my-account/report-change/${reportId}/changes/${String(number)}`,
  documents: (reportId: string) => `/my-account/report-change/${reportId}/documents`,
  check: (reportId: string) => `/my-account/report-change/${reportId}/check`,
  sign: (reportId: string) => `/my-account/report-change/${reportId}/sign`,
  /** Once it was sent: what was received. */
  done: (reportId: string) => `/my-account/report-change/${reportId}/done`,
} as const

/** What somebody reported or sent, by its id. */
export const reportPaths = {
  report: (reportId: string) => `/my-account/reports/${reportId}`,
  add: (reportId: string) => `/my-account/reports/${reportId}/add`,
  /** Says that something has arrived, by the receipt that it gave. */
  sent: (reportId: string, receiptId: string) => `/my-account/reports/${reportId}/sent/${receiptId}`,
} as const

/** What proves that something was sent. */
export function receiptPath(receiptId: string): string {
  return `/my-account/receipts/${receiptId}`
}

/** The help page of a page; `page` is the `help` of its route. */
export function helpPath(page: string): string {
  return `/help/${page}`
}

/** The documentation of a problem code of the API. */
export function problemPath(code: string): string {
  return `${paths.problems}/${code}`
}

/** The State's own site. */
export const stateHome = 'https://portal.ct.gov/'
