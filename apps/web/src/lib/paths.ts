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
  signedOut: '/signed-out',
  myAccount: '/my-account',
  associateCase: '/my-account/associate-case',
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
