import { captchaCopy } from '../../lib/captcha/captcha-copy.ts'
import { newPasswordCopy } from '../../lib/new-password/new-password-copy.ts'
import { paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { recoveryCopy } from './recovery-copy.ts'

/** Getting back in after forgetting a password, a page a step, or a user ID. */
export const recoveryRoutes: readonly RoomRoute[] = [
  {
    path: paths.recover.begin,
    help: 'recover',
    copy: [recoveryCopy, captchaCopy, problemCopy],
    page: async () => (await import('./begin-page.tsx')).BeginPage,
  },
  {
    path: paths.recover.questions,
    help: 'recover-questions',
    copy: [recoveryCopy, problemCopy],
    page: async () => (await import('./questions-page.tsx')).QuestionsPage,
  },
  {
    path: paths.recover.password,
    help: 'recover-password',
    copy: [recoveryCopy, newPasswordCopy, problemCopy],
    page: async () => (await import('./password-page.tsx')).PasswordPage,
  },
  {
    path: paths.recover.done,
    help: 'recover-done',
    copy: [recoveryCopy],
    page: async () => (await import('./done-page.tsx')).DonePage,
  },
  {
    path: paths.recover.userId,
    help: 'recover-user-id',
    copy: [recoveryCopy, captchaCopy, problemCopy],
    page: async () => (await import('./user-id-page.tsx')).UserIdPage,
  },
  {
    path: paths.recover.userIdSent,
    help: 'recover-user-id-sent',
    copy: [recoveryCopy],
    page: async () => (await import('./user-id-sent-page.tsx')).UserIdSentPage,
  },
]
