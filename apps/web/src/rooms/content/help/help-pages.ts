import type { ContactLineId } from '../../../lib/contact/contact-lines.ts'
import { paths } from '../../../lib/paths.ts'

interface HelpPage {
  /** The page that it helps with; undefined where that is not one address. */
  readonly path?: string
  /** Whom to call about that page. */
  readonly lines: readonly ContactLineId[]
}

const account = ['myaccount-support'] as const
const benefits = ['client-information', 'tty'] as const
const both = ['myaccount-support', 'client-information'] as const

/**
 * Every page of the portal has a page of help, by the `help` of its route, and no two share one. Their words are
 * `help.<name>.…` of the copy. A test holds this list equal to the routes.
 */
export const helpPages = {
  home: { path: paths.home, lines: both },
  'create-account-name': { path: paths.createAccount.name, lines: account },
  'create-account-credentials': { path: paths.createAccount.credentials, lines: account },
  'create-account-secret-questions': { path: paths.createAccount.secretQuestions, lines: account },
  'create-account-security-check': { path: paths.createAccount.securityCheck, lines: account },
  'create-account-agreement': { path: paths.createAccount.agreement, lines: account },
  'create-account-check': { path: paths.createAccount.check, lines: account },
  'create-account-done': { path: paths.createAccount.done, lines: account },
  'sign-in': { path: paths.signIn, lines: account },
  'sign-in-help': { path: paths.signInHelp, lines: account },
  recover: { path: paths.recover.begin, lines: account },
  'recover-questions': { path: paths.recover.questions, lines: account },
  'recover-password': { path: paths.recover.password, lines: account },
  'recover-done': { path: paths.recover.done, lines: account },
  'recover-user-id': { path: paths.recover.userId, lines: account },
  'recover-user-id-sent': { path: paths.recover.userIdSent, lines: account },
  'signed-out': { path: paths.signedOut, lines: account },
  'my-account': { path: paths.myAccount, lines: both },
  'associate-case': { path: paths.associateCase, lines: both },
  'case-associated': { path: paths.caseAssociated, lines: both },
  'confirm-case': { lines: both },
  'own-cases': { path: paths.ownCases, lines: both },
  case: { lines: benefits },
  'case-payments': { lines: benefits },
  'case-letters': { lines: benefits },
  'case-letter': { lines: benefits },
  'report-change': { path: paths.reportChange, lines: benefits },
  'report-change-other-ways': { path: paths.reportChangeOtherWays, lines: benefits },
  'report-change-what': { lines: benefits },
  'report-change-questions': { lines: benefits },
  'report-change-proof': { lines: benefits },
  'report-change-check': { lines: benefits },
  'report-change-sign': { lines: benefits },
  'report-change-done': { lines: benefits },
  reports: { path: paths.reports, lines: benefits },
  report: { lines: benefits },
  'add-to-report': { lines: benefits },
  'proof-sent': { lines: benefits },
  'send-proof': { path: paths.sendProof, lines: benefits },
  'answer-letter': { lines: benefits },
  receipts: { path: paths.receipts, lines: benefits },
  receipt: { lines: benefits },
  'verify-receipt': { path: paths.verifyReceipt, lines: benefits },
  profile: { path: paths.profile.overview, lines: both },
  'profile-name': { path: paths.profile.name, lines: both },
  'profile-email': { path: paths.profile.email, lines: account },
  'profile-language': { path: paths.profile.language, lines: both },
  'change-password': { path: paths.password, lines: account },
  'change-secret-questions': { path: paths.secretQuestions, lines: account },
  activity: { path: paths.activity, lines: account },
  devices: { path: paths.devices, lines: account },
  'export-account': { path: paths.exportAccount, lines: account },
  'delete-account': { path: paths.deleteAccount, lines: account },
  'deletion-asked': { path: paths.deletionAsked, lines: account },
  'keep-account': { path: paths.keepAccount, lines: account },
  'confirm-email': { path: paths.confirmEmail, lines: account },
  messages: { path: paths.messages, lines: account },
  outbox: { path: paths.outbox, lines: account },
  demo: { path: paths.demo, lines: account },
  'am-i-eligible': { path: paths.amIEligible, lines: benefits },
  apply: { path: paths.apply, lines: benefits },
  questions: { path: paths.questions, lines: both },
  forms: { path: paths.forms, lines: benefits },
  contact: { path: paths.contact, lines: both },
  offices: { path: paths.offices, lines: benefits },
  about: { path: paths.about, lines: both },
  disclaimer: { path: paths.disclaimer, lines: benefits },
  privacy: { path: paths.privacy, lines: account },
  accessibility: { path: paths.accessibility, lines: ['myaccount-support', 'client-information', 'tty'] },
  nondiscrimination: { path: paths.nondiscrimination, lines: benefits },
  feedback: { path: paths.feedback, lines: both },
  agreement: { path: paths.agreement, lines: account },
  help: { lines: both },
  problems: { path: paths.problems, lines: account },
  problem: { lines: account },
  'not-found': { lines: both },
} as const satisfies Record<string, HelpPage>

export type HelpName = keyof typeof helpPages

export function isHelpName(name: string | undefined): name is HelpName {
  return name !== undefined && Object.hasOwn(helpPages, name)
}

/** What help there is for a page. */
export function helpPageOf(name: HelpName): HelpPage {
  return helpPages[name]
}
