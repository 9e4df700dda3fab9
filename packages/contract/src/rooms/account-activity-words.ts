import type { LocalizedText } from '../shared/text.ts'
import type { ActivityEvent } from './account-profile.ts'

/** What happened to an account, as its page of activity and its export say it. */
export const activityTexts: Readonly<Record<ActivityEvent, LocalizedText>> = {
  account_created: { en: 'The account was created', es: 'Se creó la cuenta' },
  signed_in: { en: 'Signed in', es: 'Se inició sesión' },
  sign_in_refused: {
    en: 'Somebody tried to sign in, and it did not work',
    es: 'Alguien intentó iniciar sesión y no pudo',
  },
  signed_out: { en: 'Signed out', es: 'Se cerró la sesión' },
  signed_out_elsewhere: { en: 'Signed out on another device', es: 'Se cerró la sesión en otro dispositivo' },
  sign_in_unlocked: {
    en: 'We opened the account for signing in again',
    es: 'Volvimos a abrir la cuenta para iniciar sesión',
  },
  recovery_started: {
    en: 'Somebody began to set a new password',
    es: 'Alguien empezó a poner una contraseña nueva',
  },
  recovery_answered: {
    en: 'The secret questions were answered right',
    es: 'Se respondieron bien las preguntas secretas',
  },
  recovery_refused: {
    en: 'Somebody answered the secret questions, and the answers did not match',
    es: 'Alguien respondió las preguntas secretas y las respuestas no coincidieron',
  },
  password_recovered: {
    en: 'A new password was set with the secret questions',
    es: 'Se puso una contraseña nueva con las preguntas secretas',
  },
  user_id_reminded: {
    en: 'We sent the user ID by e-mail',
    es: 'Enviamos el nombre de usuario por correo electrónico',
  },
  profile_changed: { en: 'The profile was changed', es: 'Se cambió el perfil' },
  email_change_requested: {
    en: 'A link was sent to confirm an e-mail address',
    es: 'Se envió un enlace para confirmar un correo electrónico',
  },
  email_confirmed: { en: 'An e-mail address was confirmed', es: 'Se confirmó un correo electrónico' },
  password_changed: { en: 'The password was changed', es: 'Se cambió la contraseña' },
  secret_questions_changed: {
    en: 'The secret questions were changed',
    es: 'Se cambiaron las preguntas secretas',
  },
  change_refused: {
    en: 'A change was refused because the password was wrong',
    es: 'Un cambio no se hizo porque la contraseña no era correcta',
  },
  exported: { en: 'A copy of the data was downloaded', es: 'Se descargó una copia de los datos' },
  deletion_requested: { en: 'Somebody asked to delete the account', es: 'Se pidió borrar la cuenta' },
  deletion_cancelled: { en: 'The account was kept after all', es: 'Se decidió no borrar la cuenta' },
  case_linked: { en: 'A case was added to the account', es: 'Se agregó un caso a la cuenta' },
  case_link_refused: {
    en: 'Somebody tried to add or open a case, and it did not work',
    es: 'Alguien intentó agregar o abrir un caso y no pudo',
  },
  case_link_confirmed: {
    en: 'The client ID of a case was confirmed',
    es: 'Se confirmó el número de cliente de un caso',
  },
  case_link_removed: { en: 'A case was removed from the account', es: 'Se quitó un caso de la cuenta' },
}
