import { link, paragraph, type MailPart, type ReportMail, type ValueReader } from '../mail-text.ts'

const signInToRead = link('See your reports', '/my-account/reports')

/** What happens next, by when, and what to do if it does not. */
function next(values: ValueReader): MailPart[] {
  return [
    paragraph(
      `What happens next: a worker looks at it, as a rule by ${values.agencyActsBy('receivedOn')}. If you hear nothing by then, call us and give the confirmation number.`,
    ),
    signInToRead,
  ]
}

/** E-mails about reports, proofs and files. They say nothing of what was reported. */
export const englishReportMail: ReportMail = {
  report_received: (values) => ({
    subject: 'ConneCT has your report',
    parts: [
      paragraph(
        `We got your report on ${values.day('receivedOn')}. Your confirmation number is ${values.text('confirmationNumber')}.`,
      ),
      paragraph(
        `Due date: ${values.day('dueOn')}. Where a report has several changes, this is the first of their dates.`,
      ),
      ...next(values),
      paragraph(
        'Your receipt is in your MyAccount. It shows what you reported and which files came with it.',
      ),
      paragraph('If it was not you who reported this, call us.'),
    ],
  }),
  report_entered: (values) => ({
    subject: 'A report was added to your ConneCT account',
    parts: [
      paragraph(
        `A worker wrote down what you told us by phone, by mail or in person. It reached us on ${values.day('receivedOn')}. Your confirmation number is ${values.text('confirmationNumber')}.`,
      ),
      paragraph(
        `Due date: ${values.day('dueOn')}. Where a report has several changes, this is the first of their dates.`,
      ),
      ...next(values),
      paragraph('Is something in it not right, or did you not report anything? Then call us.'),
    ],
  }),
  documents_received: (values) => ({
    subject: 'ConneCT has what you sent',
    parts: [
      paragraph(
        `We got what you sent on ${values.day('receivedOn')}. Your confirmation number is ${values.text('confirmationNumber')}.`,
      ),
      ...next(values),
      paragraph('Your receipt is in your MyAccount. It shows what you sent.'),
      paragraph('If it was not you who sent this, call us.'),
    ],
  }),
  report_in_review: () => ({
    subject: 'A worker looks at what you sent with ConneCT',
    parts: [
      paragraph('A worker of the Department now looks at what you sent us. You do not need to do anything.'),
      paragraph('We write again when there is news.'),
      signInToRead,
    ],
  }),
  report_needs_information: () => ({
    subject: 'ConneCT: we need more from you',
    parts: [
      paragraph(
        'A worker of the Department needs more information for what you sent us, and wrote to you in your MyAccount.',
      ),
      paragraph('Sign in to read what is needed. There you can answer and add documents.'),
      signInToRead,
    ],
  }),
  report_processed: () => ({
    subject: 'ConneCT: a worker is done with what you sent',
    parts: [
      paragraph('A worker of the Department is done with what you sent us. Sign in to see it.'),
      paragraph('If your benefits change, you get a letter about it.'),
      signInToRead,
    ],
  }),
  report_declined: () => ({
    subject: 'ConneCT: a worker did not accept what you sent',
    parts: [
      paragraph(
        'A worker of the Department did not accept what you sent us, and wrote why. Sign in to read it.',
      ),
      paragraph('If you think that this is wrong, call us.'),
      signInToRead,
    ],
  }),
  report_withdrawn: () => ({
    subject: 'You took a report back with ConneCT',
    parts: [
      paragraph(
        'You took back what you sent us. No worker acts on it. It stays in your list, marked as taken back.',
      ),
      paragraph('You still have to report a change that is true. You can report it again at any time.'),
      signInToRead,
      paragraph('If it was not you, choose a new password now, and call us.'),
      link('Get a new password', '/recover'),
    ],
  }),
  document_refused: () => ({
    subject: 'ConneCT could not take one of your files',
    parts: [
      paragraph(
        'We looked at the files that you sent, and could not take one of them. Sign in to see which one, why, and how to send it again.',
      ),
      paragraph('All else that you sent stays with us.'),
      link('See your messages', '/my-account/messages'),
    ],
  }),
}
