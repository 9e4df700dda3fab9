import { link, paragraph, type MailWords } from '../mail-text.ts'
import { englishReportMail } from './reports.en.ts'

const notYou = [
  paragraph('If you did this, there is nothing more to do.'),
  paragraph('If it was not you, choose a new password now, and call us.'),
  link('Get a new password', '/recover'),
]

export const englishMail: MailWords = {
  greeting: 'Hello,',
  help: (phone, hours) =>
    hours === null ? `Questions? Call ${phone}.` : `Questions? Call ${phone}, ${hours}`,
  hours: (first, last, opens, closes) => `${first} to ${last}, ${opens} to ${closes}`,
  signature: (host) => [
    `This message comes from ConneCT, ${host}. Please do not answer it: nobody reads this mailbox.`,
    'We never ask for your password or your secret answers, by e-mail or by phone.',
  ],
  text: {
    password_changed: () => ({
      subject: 'Your ConneCT password was changed',
      parts: [
        paragraph('The password of your MyAccount was changed. All other devices are signed out.'),
        ...notYou,
      ],
    }),
    password_recovered: () => ({
      subject: 'Your ConneCT account has a new password',
      parts: [
        paragraph(
          'Somebody answered your secret questions and chose a new password for your MyAccount. All devices are signed out.',
        ),
        paragraph('What we know about your case stays closed until you show again that the case is yours.'),
        ...notYou,
      ],
    }),
    secret_questions_changed: () => ({
      subject: 'Your ConneCT secret questions were changed',
      parts: [
        paragraph('The secret questions of your MyAccount were changed, and the answers too.'),
        ...notYou,
      ],
    }),
    email_changed: () => ({
      subject: 'Your ConneCT e-mail address was changed',
      parts: [
        paragraph('Your MyAccount no longer uses this e-mail address. This is the last message to it.'),
        ...notYou,
      ],
    }),
    deletion_requested: () => ({
      subject: 'Your ConneCT account will be deleted',
      parts: [
        paragraph('You asked us to delete your MyAccount. We will do so 24 hours after you asked.'),
        paragraph(
          'Do you want to keep it? Sign in before then. We will ask you first, and going on keeps your account.',
        ),
        link('Sign in', '/sign-in'),
        paragraph('If it was not you who asked, sign in now, change your password, and call us.'),
      ],
    }),
    deletion_cancelled: () => ({
      subject: 'Your ConneCT account stays',
      parts: [paragraph('You signed in and went on, so your MyAccount will not be deleted.'), ...notYou],
    }),
    case_linked: () => ({
      subject: 'A case was added to your ConneCT account',
      parts: [
        paragraph('A case was added to your MyAccount. There you see its benefits, payments and letters.'),
        ...notYou,
      ],
    }),
    client_id_claimed: () => ({
      subject: 'Another ConneCT account gave your client ID',
      parts: [
        paragraph(
          'Somebody with another MyAccount gave your client ID, your birth year, and what proves that it is theirs. They were not let in. Your case is still open to you alone.',
        ),
        paragraph('A worker of the Department will look at it. You do not need to do anything.'),
        paragraph('Did you make another account yourself, or do you know who it was? Then call us.'),
      ],
    }),
    case_link_moved: () => ({
      subject: 'A case is no longer in your ConneCT account',
      parts: [
        paragraph(
          'Another MyAccount asked for a client ID that you had. A worker of the Department decided that it belongs there. You no longer see that case in your account.',
        ),
        paragraph('Nothing changes about anybody’s benefits. If you think that this is wrong, call us.'),
      ],
    }),
    ...englishReportMail,
    account_deleted: () => ({
      subject: 'Your ConneCT account is deleted',
      parts: [
        paragraph('Your MyAccount is deleted, as you asked. This is our last message to this address.'),
        paragraph(
          'The changes that you reported to the Department stay with the Department, with their documents and receipts. Nobody else will get your user ID.',
        ),
        paragraph('Your benefits do not change by this.'),
      ],
    }),
    email_confirmation: (values) => ({
      subject: 'Confirm your e-mail address for ConneCT',
      parts: [
        paragraph(
          'Somebody entered this e-mail address for a MyAccount. Was it you? Then open this page and press the button.',
        ),
        link(
          'Confirm this e-mail address',
          `/confirm-email#token=${encodeURIComponent(values.text('token'))}`,
        ),
        paragraph('The link works for 24 hours.'),
        paragraph(
          'If it was not you, do not press the button. If more e-mails come, call us and we take your address out.',
        ),
      ],
    }),
    message_waiting: () => ({
      subject: 'You have a message in ConneCT',
      parts: [
        paragraph('We wrote to you in your MyAccount. Sign in to read it.'),
        link('See your messages', '/my-account/messages'),
        paragraph(
          'We do not know yet if this e-mail address is yours, so this e-mail does not say more. To get more by e-mail, sign in and confirm your address under “Your profile”.',
        ),
        paragraph('If you have no MyAccount, call us and we take your address out.'),
      ],
    }),
    user_id_reminder: (values) => ({
      subject: 'Your ConneCT user ID',
      parts: [
        paragraph('You asked for your user ID. This e-mail address belongs to:'),
        { kind: 'list', items: values.list('userIds') },
        link('Sign in', '/sign-in'),
        paragraph('If you did not ask, do nothing. Only you get this message.'),
      ],
    }),
  },
}
