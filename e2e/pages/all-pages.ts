/** Pages that anybody can open by their address. The crawl holds this list complete. */
export const publicPages = [
  '/',
  '/create-account/name',
  '/create-account/done',
  '/sign-in',
  '/sign-in/help',
  '/recover',
  '/recover/questions',
  '/recover/password',
  '/recover/user-id',
  '/recover/user-id/sent',
  '/signed-out',
  '/confirm-email',
  '/my-account/delete/done',
  '/am-i-eligible',
  '/apply',
  '/questions',
  '/forms',
  '/contact',
  '/offices',
  '/about',
  '/disclaimer',
  '/privacy',
  '/accessibility',
  '/nondiscrimination',
  '/feedback',
  '/agreement',
  '/problems',
  '/problems/request.invalid',
  '/help/home',
  '/outbox',
  '/no-such-page',
] as const

/** Pages of the wizard that need what the pages before them ask. */
export const laterSteps = ['credentials', 'secret-questions', 'security-check', 'agreement', 'check'] as const

/** Pages for whoever is signed in. */
export const ownPages = [
  '/my-account',
  '/my-account/associate-case',
  '/my-account/messages',
  '/my-account/profile',
  '/my-account/profile/name',
  '/my-account/profile/email',
  '/my-account/profile/language',
  '/my-account/password',
  '/my-account/secret-questions',
  '/my-account/activity',
  '/my-account/devices',
  '/my-account/export',
  '/my-account/delete',
] as const
