import type { AgreementText } from './agreement-text.ts'

export const agreementInEnglish: AgreementText = {
  title: 'User acceptance agreement',
  introduction:
    'This page says what you agree to when you create a MyAccount, and what we promise you. Please read it. You can print it and keep it.',
  sections: [
    {
      heading: 'Your user ID and password stand for you',
      paragraphs: [
        'Your user ID and password show us that it is you. They count as much as your signature on paper. What is sent while you are signed in counts as sent by you.',
        'Do not share your password or your secret answers with anyone. This includes the people you live with.',
        'Only you know your password. Our staff do not know it and cannot see it. No one from the Department will ever ask you for it.',
        'If you think someone else knows your password, change it at once.',
      ],
    },
    {
      heading: 'What we ask for, and why',
      paragraphs: [
        'To create your MyAccount, we ask for your first and last name, a user ID, a password, and five secret questions with your answers. You may give us an e-mail address too. You do not have to.',
        'Later you may want to see your benefits here. To find your case, we then ask for your client ID, the year you were born, and the last four digits of your Social Security number.',
        'We use these facts to set up your account, to find your case, and to keep others out.',
      ],
    },
    {
      heading: 'You may say no',
      paragraphs: [
        'You may choose not to give us these facts. Then you may not be able to finish online. You can still get the same help by phone, by mail, or in person. The Contact page tells you how.',
      ],
    },
    {
      heading: 'Your profile is yours',
      paragraphs: [
        'You may see, change, and delete your profile.',
        'You may also ask us to remove it. You will not lose any benefits or services if you do.',
      ],
    },
    {
      heading: 'How we protect your facts',
      paragraphs: [
        'Most of what we hold about people is private by law. We follow those laws. We do not sell what we know about you.',
        'We store your password and your secret answers in a form that no one can read, not even us.',
        'State law protects these records. Under the state’s computer crime laws, it is a crime to look at, use, or change them without the right to do so.',
      ],
    },
    {
      heading: 'What is kept on your phone or computer',
      paragraphs: [
        'While you are signed in, your browser holds a cookie that tells us you are signed in. It stays in memory only. It is gone when you sign out or close your browser.',
        'To be safest, sign out and close your browser when you are done. This matters most when other people use the same phone or computer.',
        'Your browser also remembers which language you chose. While you fill in a form, it holds what you typed until you finish or close the tab. It never keeps your password or your secret answers.',
        'If you tell us that a phone or computer is your own, your browser keeps a small marker for it. If you do not tell us so, there is no marker.',
      ],
    },
    {
      heading: 'How we make this site better',
      paragraphs: [
        'We may count how this site is used. For example, we may count how many people open a page. We use the counts to make the site better. We never sell them.',
      ],
    },
    {
      heading: 'When you accept',
      paragraphs: [
        'When you accept, we record which version of this page you saw, in which language, and the date and time.',
      ],
    },
  ],
}
