import type { AnyCopy } from '../../lib/copy/define-copy.ts'
import { captchaCopy } from '../../lib/captcha/captcha-copy.ts'
import { newPasswordCopy } from '../../lib/new-password/new-password-copy.ts'
import { paths } from '../../lib/paths.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { wizardCopy } from '../../wizard/wizard-copy.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import { accountCopy } from './account-copy.ts'

const copy: readonly AnyCopy[] = [accountCopy, newPasswordCopy, wizardCopy, captchaCopy, problemCopy]

/** The wizard that creates a MyAccount, a page a step, and the agreement on a page of its own. */
export const accountRoutes: readonly RoomRoute[] = [
  {
    path: paths.createAccount.name,
    help: 'create-account-name',
    copy,
    page: async () => (await import('./signup-pages.ts')).signupPages.name,
  },
  {
    path: paths.createAccount.credentials,
    help: 'create-account-credentials',
    copy,
    page: async () => (await import('./signup-pages.ts')).signupPages.credentials,
  },
  {
    path: paths.createAccount.secretQuestions,
    help: 'create-account-secret-questions',
    copy,
    page: async () => (await import('./signup-pages.ts')).signupPages.secretQuestions,
  },
  {
    path: paths.createAccount.securityCheck,
    help: 'create-account-security-check',
    copy,
    page: async () => (await import('./signup-pages.ts')).signupPages.securityCheck,
  },
  {
    path: paths.createAccount.agreement,
    help: 'create-account-agreement',
    copy,
    page: async () => (await import('./signup-pages.ts')).signupPages.agreement,
  },
  {
    path: paths.createAccount.check,
    help: 'create-account-check',
    copy,
    page: async () => (await import('./signup-pages.ts')).signupPages.check,
  },
  {
    path: paths.createAccount.done,
    help: 'create-account-done',
    copy,
    page: async () => (await import('./done-page.tsx')).DonePage,
  },
  {
    path: paths.agreement,
    help: 'agreement',
    copy,
    page: async () => (await import('./agreement-page.tsx')).AgreementPage,
  },
]
