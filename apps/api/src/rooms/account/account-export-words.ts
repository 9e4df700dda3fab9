import type { ActivityItem } from '@connect/contract/rooms/account-profile'
import type { Locale } from '@connect/contract/shared/text'
import type { MailTemplate } from '../../kernel/notices.ts'

/** The words of the document, in one language. */
export interface ExportWords {
  readonly title: string
  readonly introduction: (day: string) => string
  readonly notIncluded: string
  readonly missingLetters: string
  readonly headings: Readonly<
    Record<
      | 'profile'
      | 'questions'
      | 'agreements'
      | 'sessions'
      | 'ownDevices'
      | 'messages'
      | 'emails'
      | 'cases'
      | 'letters'
      | 'activity',
      string
    >
  >
  readonly nothing: string
  readonly facts: Readonly<
    Record<
      | 'userId'
      | 'firstName'
      | 'lastName'
      | 'email'
      | 'pendingEmail'
      | 'language'
      | 'createdAt'
      | 'deletionDueAt',
      string
    >
  >
  readonly noEmail: string
  readonly confirmed: (email: string, isConfirmed: boolean) => string
  readonly language: string
  readonly accepted: (version: string, time: string) => string
  readonly signedInSince: (device: string, time: string) => string
  readonly ownDevice: (from: string, until: string) => string
  readonly sent: (subject: string, to: string, time: string) => string
  readonly associated: (from: string, confirmed: string) => string
  readonly heldCase: string
  readonly noCase: string
  readonly caseRecords: string
  readonly opened: (time: string) => string
  readonly letterOf: (title: string, day: string) => string
  readonly closedLetter: string
  readonly place: Readonly<Record<ActivityItem['place'], string>>
  readonly mail: Readonly<Record<MailTemplate, string>>
  readonly newestOnly: (count: number) => string
  readonly unreadable: (count: number) => string
  readonly page: (number: number, count: number) => string
}

const english: ExportWords = {
  title: 'Everything about your MyAccount',
  introduction: (day) => `This is what ConneCT keeps about your account, as of ${day}.`,
  notIncluded:
    'Your password and your secret answers are not in here. We keep them in a form that nobody can read, and we cannot read it either.',
  missingLetters:
    'Some letters cannot be shown in this document. They are marked with □. The JSON file has all of them.',
  headings: {
    profile: 'Your profile',
    questions: 'Your secret questions',
    agreements: 'The agreements you accepted',
    sessions: 'Where you are signed in',
    ownDevices: 'Your own devices',
    messages: 'Messages to you',
    emails: 'E-mails to you in the last 30 days',
    cases: 'Cases in your account',
    letters: 'Letters you opened',
    activity: 'What happened to your account',
  },
  nothing: 'Nothing.',
  facts: {
    userId: 'User ID',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail',
    pendingEmail: 'E-mail that waits for you to confirm it',
    language: 'Language',
    createdAt: 'Created',
    deletionDueAt: 'Will be deleted',
  },
  noEmail: 'none',
  confirmed: (email, isConfirmed) => `${email} (${isConfirmed ? 'confirmed' : 'not confirmed yet'})`,
  language: 'English',
  accepted: (version, time) => `Version ${version}, accepted on ${time}`,
  signedInSince: (device, time) => `${device}, since ${time}`,
  ownDevice: (from, until) => `Marked on ${from}, until ${until}`,
  sent: (subject, to, time) => `${subject}, to ${to}, on ${time}`,
  associated: (from, confirmed) => `associated on ${from}, last shown to be yours on ${confirmed}`,
  heldCase: 'A case that is closed for your safety until you show again that it is yours',
  noCase: 'A client ID with no case right now',
  caseRecords:
    'Your benefits, payments and letters are records of the Department of Social Services. You find them in MyAccount, or ask us for a copy.',
  opened: (time) => `opened on ${time}`,
  letterOf: (title, day) => `${title}, letter of ${day}`,
  closedLetter: 'A letter of a case that is closed to your account now',
  place: {
    this_network: 'from the network you used for this document',
    another_network: 'from another network',
    unknown: 'place not known',
  },
  mail: {
    password_changed: 'Your password was changed',
    password_recovered: 'Your account has a new password',
    secret_questions_changed: 'Your secret questions were changed',
    email_changed: 'Your e-mail address was changed',
    deletion_requested: 'Your account will be deleted',
    deletion_cancelled: 'Your account stays',
    case_linked: 'A case was added to your account',
    client_id_claimed: 'Another account gave your client ID',
    case_link_moved: 'A case is no longer in your account',
    report_received: 'We have your report',
    report_entered: 'A worker wrote down what you reported',
    documents_received: 'We have what you sent',
    report_in_review: 'A worker looks at what you sent',
    report_needs_information: 'We need more from you',
    report_processed: 'A worker is done with what you sent',
    report_declined: 'A worker did not accept what you sent',
    report_withdrawn: 'You took a report back',
    document_refused: 'We could not take one of your files',
    email_confirmation: 'Confirm your e-mail address',
    message_waiting: 'You have a message',
    user_id_reminder: 'Your user ID',
    account_deleted: 'Your account was deleted',
  },
  newestOnly: (count) => `These are the newest ${count}. The JSON file has all of them.`,
  unreadable: (count) => `Could not be opened here: ${count}. Please call us.`,
  page: (number, count) => `Page ${number} of ${count}`,
}

const spanish: ExportWords = {
  title: 'Todo sobre su MyAccount',
  introduction: (day) => `Esto es lo que ConneCT guarda sobre su cuenta, al ${day}.`,
  notIncluded:
    'Aquí no están su contraseña ni sus respuestas secretas. Las guardamos de una forma que nadie puede leer, tampoco nosotros.',
  missingLetters:
    'Algunas letras no se pueden mostrar en este documento. Están marcadas con □. El archivo JSON las tiene todas.',
  headings: {
    profile: 'Su perfil',
    questions: 'Sus preguntas secretas',
    agreements: 'Los acuerdos que aceptó',
    sessions: 'Dónde tiene la sesión iniciada',
    ownDevices: 'Sus propios dispositivos',
    messages: 'Mensajes para usted',
    emails: 'Correos para usted de los últimos 30 días',
    cases: 'Casos en su cuenta',
    letters: 'Cartas que abrió',
    activity: 'Lo que pasó con su cuenta',
  },
  nothing: 'Nada.',
  facts: {
    userId: 'Nombre de usuario',
    firstName: 'Nombre',
    lastName: 'Apellido',
    email: 'Correo electrónico',
    pendingEmail: 'Correo electrónico que falta confirmar',
    language: 'Idioma',
    createdAt: 'Creada',
    deletionDueAt: 'Se borrará',
  },
  noEmail: 'ninguno',
  confirmed: (email, isConfirmed) => `${email} (${isConfirmed ? 'confirmado' : 'sin confirmar todavía'})`,
  language: 'Español',
  accepted: (version, time) => `Versión ${version}, aceptada el ${time}`,
  signedInSince: (device, time) => `${device}, desde el ${time}`,
  ownDevice: (from, until) => `Marcado el ${from}, hasta el ${until}`,
  sent: (subject, to, time) => `${subject}, a ${to}, el ${time}`,
  associated: (from, confirmed) =>
    `asociado el ${from}; la última vez que mostró que es suyo fue el ${confirmed}`,
  heldCase: 'Un caso cerrado por su seguridad hasta que muestre otra vez que es suyo',
  noCase: 'Un número de cliente sin ningún caso por ahora',
  caseRecords:
    'Sus beneficios, pagos y cartas son registros del Departamento de Servicios Sociales. Los encuentra en MyAccount, o puede pedirnos una copia.',
  opened: (time) => `abierta el ${time}`,
  letterOf: (title, day) => `${title}, carta del ${day}`,
  closedLetter: 'Una carta de un caso que ahora está cerrado para su cuenta',
  place: {
    this_network: 'desde la red que usó para este documento',
    another_network: 'desde otra red',
    unknown: 'lugar desconocido',
  },
  mail: {
    password_changed: 'Se cambió su contraseña',
    password_recovered: 'Su cuenta tiene una contraseña nueva',
    secret_questions_changed: 'Se cambiaron sus preguntas secretas',
    email_changed: 'Se cambió su correo electrónico',
    deletion_requested: 'Su cuenta se borrará',
    deletion_cancelled: 'Su cuenta se conserva',
    case_linked: 'Se agregó un caso a su cuenta',
    client_id_claimed: 'Otra cuenta dio su número de cliente',
    case_link_moved: 'Un caso ya no está en su cuenta',
    report_received: 'Recibimos su informe',
    report_entered: 'Anotamos lo que usted informó',
    documents_received: 'Recibimos lo que envió',
    report_in_review: 'Se está revisando lo que usted envió',
    report_needs_information: 'Necesitamos algo más de usted',
    report_processed: 'Se terminó de revisar lo que usted envió',
    report_declined: 'No se aceptó lo que usted envió',
    report_withdrawn: 'Usted retiró un informe',
    document_refused: 'No pudimos aceptar uno de sus archivos',
    email_confirmation: 'Confirme su correo electrónico',
    message_waiting: 'Tiene un mensaje',
    user_id_reminder: 'Su nombre de usuario',
    account_deleted: 'Se borró su cuenta',
  },
  newestOnly: (count) => `Estos son los ${count} más nuevos. El archivo JSON los tiene todos.`,
  unreadable: (count) => `No se pudo abrir aquí: ${count}. Llámenos, por favor.`,
  page: (number, count) => `Página ${number} de ${count}`,
}

export const exportWords: Readonly<Record<Locale, ExportWords>> = { en: english, es: spanish }

/** What stands below a list: that there is more of it, and that some of it could not be opened. */
export function notes(
  note: string | undefined,
  unreadable: number,
  words: Pick<ExportWords, 'unreadable'>,
): string | undefined {
  if (unreadable === 0) return note
  return [note, words.unreadable(unreadable)].filter((each) => each !== undefined).join(' ')
}
