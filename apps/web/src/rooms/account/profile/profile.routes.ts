import type { AnyCopy } from '../../../lib/copy/define-copy.ts'
import { newPasswordCopy } from '../../../lib/new-password/new-password-copy.ts'
import { ownPagesCopy } from '../../../lib/own-pages/own-pages-copy.ts'
import { paths } from '../../../lib/paths.ts'
import { problemCopy } from '../../../lib/problem-copy.ts'
import type { RoomRoute } from '../../../lib/room-route.ts'
import { wizardCopy } from '../../../wizard/wizard-copy.ts'
import { accountCopy } from '../account-copy.ts'
import { profileCopy } from './profile-copy.ts'

const copy: readonly AnyCopy[] = [profileCopy, ownPagesCopy, problemCopy]

/** One's own account: seeing, changing, taking along and deleting it, and what happened in it. */
export const profileRoutes: readonly RoomRoute[] = [
  {
    path: paths.profile.overview,
    help: 'profile',
    copy: [...copy, wizardCopy],
    page: async () => (await import('./overview-page.tsx')).OverviewPage,
  },
  {
    path: paths.profile.name,
    help: 'profile-name',
    copy,
    page: async () => (await import('./name-page.tsx')).NamePage,
  },
  {
    path: paths.profile.email,
    help: 'profile-email',
    copy,
    page: async () => (await import('./email-page.tsx')).EmailPage,
  },
  {
    path: paths.profile.language,
    help: 'profile-language',
    copy,
    page: async () => (await import('./language-page.tsx')).LanguagePage,
  },
  {
    path: paths.password,
    help: 'change-password',
    copy: [...copy, newPasswordCopy],
    page: async () => (await import('./password-page.tsx')).PasswordPage,
  },
  {
    path: paths.secretQuestions,
    help: 'change-secret-questions',
    copy: [...copy, accountCopy],
    page: async () => (await import('./secret-questions-page.tsx')).SecretQuestionsPage,
  },
  {
    path: paths.activity,
    help: 'activity',
    copy,
    page: async () => (await import('./activity-page.tsx')).ActivityPage,
  },
  {
    path: paths.devices,
    help: 'devices',
    copy,
    page: async () => (await import('./devices-page.tsx')).DevicesPage,
  },
  {
    path: paths.exportAccount,
    help: 'export-account',
    copy,
    page: async () => (await import('./export-page.tsx')).ExportPage,
  },
  {
    path: paths.deleteAccount,
    help: 'delete-account',
    copy,
    page: async () => (await import('./delete-page.tsx')).DeletePage,
  },
  {
    path: paths.deletionAsked,
    help: 'deletion-asked',
    copy,
    page: async () => (await import('./deletion-asked-page.tsx')).DeletionAskedPage,
  },
  {
    path: paths.keepAccount,
    help: 'keep-account',
    copy,
    page: async () => (await import('./keep-account-page.tsx')).KeepAccountPage,
  },
  {
    path: paths.confirmEmail,
    help: 'confirm-email',
    copy,
    page: async () => (await import('./confirm-email-page.tsx')).ConfirmEmailPage,
  },
]
