import { captchaCopy } from '../../lib/captcha/captcha-copy.ts'
import { helpPath, paths, problemPath } from '../../lib/paths.ts'
import { problemCopy } from '../../lib/problem-copy.ts'
import type { RoomRoute } from '../../lib/room-route.ts'
import {
  aboutCopy,
  feedbackCopy,
  helpCopy,
  placesCopy,
  problemsCopy,
  programsCopy,
  questionsCopy,
} from './content.copy.ts'

/** The pages of this room beside the home page, which travels with the first code. */
export const contentRoutes: readonly RoomRoute[] = [
  {
    path: paths.amIEligible,
    help: 'am-i-eligible',
    copy: [programsCopy],
    page: () => import('./pages/am-i-eligible.tsx').then((file) => file.AmIEligiblePage),
  },
  {
    path: paths.apply,
    help: 'apply',
    copy: [programsCopy],
    page: () => import('./pages/apply.tsx').then((file) => file.ApplyPage),
  },
  {
    path: paths.questions,
    help: 'questions',
    copy: [questionsCopy],
    page: () => import('./pages/questions.tsx').then((file) => file.QuestionsPage),
  },
  {
    path: paths.forms,
    help: 'forms',
    copy: [placesCopy],
    page: () => import('./pages/forms.tsx').then((file) => file.FormsPage),
    data: () => import('./content.queries.ts').then((file) => file.forms.load()),
  },
  {
    path: paths.contact,
    help: 'contact',
    copy: [placesCopy],
    page: () => import('./pages/contact.tsx').then((file) => file.ContactPage),
    data: () => import('./content.queries.ts').then((file) => file.contactLines.load()),
  },
  {
    path: paths.offices,
    help: 'offices',
    copy: [placesCopy],
    page: () => import('./pages/offices.tsx').then((file) => file.OfficesPage),
    data: () => import('./content.queries.ts').then((file) => file.offices.load()),
  },
  {
    path: paths.about,
    help: 'about',
    copy: [aboutCopy],
    page: () => import('./pages/about.tsx').then((file) => file.AboutPage),
  },
  {
    path: paths.disclaimer,
    help: 'disclaimer',
    copy: [aboutCopy],
    page: () => import('./pages/about.tsx').then((file) => file.DisclaimerPage),
  },
  {
    path: paths.privacy,
    help: 'privacy',
    copy: [aboutCopy],
    page: () => import('./pages/about.tsx').then((file) => file.PrivacyPage),
  },
  {
    path: paths.accessibility,
    help: 'accessibility',
    copy: [aboutCopy],
    page: () => import('./pages/about.tsx').then((file) => file.AccessibilityPage),
  },
  {
    path: paths.nondiscrimination,
    help: 'nondiscrimination',
    copy: [aboutCopy],
    page: () => import('./pages/nondiscrimination.tsx').then((file) => file.NondiscriminationPage),
  },
  {
    path: paths.feedback,
    help: 'feedback',
    copy: [feedbackCopy, problemCopy, captchaCopy],
    page: () => import('./pages/feedback.tsx').then((file) => file.FeedbackPage),
  },
  {
    path: helpPath(':page'),
    help: 'help',
    copy: [helpCopy],
    page: () => import('./pages/help.tsx').then((file) => file.HelpPage),
  },
  {
    path: paths.problems,
    help: 'problems',
    copy: [problemsCopy],
    page: () => import('./pages/problems.tsx').then((file) => file.ProblemsPage),
  },
  {
    path: problemPath(':code'),
    help: 'problem',
    copy: [problemsCopy],
    page: () => import('./pages/problem.tsx').then((file) => file.ProblemPage),
  },
]
