import { captchaCopy } from '../../lib/captcha/captcha-copy.ts'
import { ownPagesCopy } from '../../lib/own-pages/own-pages-copy.ts'
import { casePaths, paths } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import { associateCopy } from './associate/associate-copy.ts'
import { casesCopy } from './cases-copy.ts'
import { myAccountCopy } from './home/my-account-copy.ts'

const copy = [casesCopy, ownPagesCopy, problemCopy]

/** The first page of whoever is signed in, and one's own cases: benefits, payments, letters. */
export const casesRoutes: readonly RoomRoute[] = [
  {
    path: paths.myAccount,
    help: 'my-account',
    copy: [...copy, myAccountCopy],
    page: async () => (await import('./home/my-account-page.tsx')).MyAccountPage,
  },
  {
    path: paths.associateCase,
    help: 'associate-case',
    copy: [...copy, associateCopy, captchaCopy],
    page: async () => (await import('./associate/associate-page.tsx')).AssociatePage,
  },
  {
    path: paths.caseAssociated,
    help: 'case-associated',
    copy: [...copy, associateCopy],
    page: async () => (await import('./associate/done-page.tsx')).DonePage,
  },
  {
    path: casePaths.confirm(':id'),
    help: 'confirm-case',
    copy: [...copy, associateCopy, captchaCopy],
    page: async () => (await import('./associate/confirm-page.tsx')).ConfirmPage,
  },
  {
    path: paths.ownCases,
    help: 'own-cases',
    copy: [...copy, associateCopy],
    page: async () => (await import('./links/links-page.tsx')).LinksPage,
  },
  {
    path: casePaths.overview(':id'),
    help: 'case',
    copy,
    page: async () => (await import('./view/case-page.tsx')).CasePage,
  },
  {
    path: casePaths.payments(':id'),
    help: 'case-payments',
    copy,
    page: async () => (await import('./payments/payments-page.tsx')).PaymentsPage,
  },
  {
    path: casePaths.letters(':id'),
    help: 'case-letters',
    copy,
    page: async () => (await import('./letters/letters-page.tsx')).LettersPage,
  },
  {
    path: casePaths.letter(':id', ':noticeId'),
    help: 'case-letter',
    copy,
    page: async () => (await import('./letters/letter-page.tsx')).LetterPage,
  },
]
