import type { Locale } from '@connect/contract/shared/text'

/**
 * The names by which people find things on a page, in each language: what stands on a button or beside a field. They
 * are said here once more, as a person would read them out; secret questions and the agreement come from the contract.
 */
const english = {
  otherLanguage: 'Español',
  pageHelp: 'Page Help',
  closeHelp: 'Close help',
  continue: 'Continue',
  back: 'Back',
  cancel: 'Cancel',
  yesStop: 'Yes, stop',
  noStay: 'No, stay here',
  homePage: 'Home page',
  createDoor: 'Create a MyAccount',
  signInDoor: 'Sign in to MyAccount',
  showPassword: 'Show what is typed: Password',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  userId: 'User ID',
  password: 'Password',
  passwordAgain: 'Type the password again',
  question: 'Secret question',
  answer: 'Answer',
  notARobot: 'I’m not a robot',
  checkPassed: 'Check passed.',
  accept: 'I have read the agreement and I accept it.',
  change: 'Change',
  createAccount: 'Create Account',
  isFree: 'is free.',
  isTaken: 'is taken.',
  cannotCheck: 'We cannot check right now',
  secretsAgain: 'The page was loaded again.',
  signIn: 'Sign in',
  noMatch: 'do not match',
  signInFirst: 'Please sign in to see that page.',
  sessionEnded: 'You were signed out because nothing happened for a while.',
  hello: 'Hello',
  associateCase: 'Associate your case',
  signOut: 'Sign out',
  keepPasswordSafe: 'Keep your password in a safe place.',
  giveItToNoOne: 'Give it to no one.',
  changeItAtOnce: 'change it at once.',
  feedback: 'Send feedback',
  topicIdea: 'An idea',
  message: 'Your message',
  feedbackEmail: 'E-mail address (if you want)',
  haveMessage: 'We have your message',
  themes: { light: 'Light', dark: 'Dark', contrast: 'High contrast', system: 'Like my device' },
  notFound: "We can't find that page",
} as const

type Shape<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends string ? string : Shape<Words[Name]>
}
export type Words = Shape<typeof english>

const spanish: Words = {
  otherLanguage: 'English',
  pageHelp: 'Ayuda',
  closeHelp: 'Cerrar la ayuda',
  continue: 'Continuar',
  back: 'Atrás',
  cancel: 'Cancelar',
  yesStop: 'Sí, parar',
  noStay: 'No, seguir aquí',
  homePage: 'Página de inicio',
  createDoor: 'Crear una cuenta MyAccount',
  signInDoor: 'Iniciar sesión en MyAccount',
  showPassword: 'Mostrar lo que escribe: Contraseña',
  firstName: 'Nombre',
  lastName: 'Apellido o apellidos',
  email: 'Correo electrónico',
  userId: 'Nombre de usuario',
  password: 'Contraseña',
  passwordAgain: 'Escriba otra vez la contraseña',
  question: 'Pregunta secreta',
  answer: 'Respuesta',
  notARobot: 'No soy un robot',
  checkPassed: 'Verificación aprobada.',
  accept: 'Leí el acuerdo y lo acepto.',
  change: 'Cambiar',
  createAccount: 'Crear cuenta',
  isFree: 'está libre.',
  isTaken: 'ya está ocupado.',
  cannotCheck: 'En este momento no podemos ver',
  secretsAgain: 'La página se cargó de nuevo.',
  signIn: 'Iniciar sesión',
  noMatch: 'no coinciden',
  signInFirst: 'Para ver esa página, primero inicie sesión.',
  sessionEnded: 'Cerramos su sesión porque pasó un rato sin actividad.',
  hello: 'Hola',
  associateCase: 'Asociar su caso',
  signOut: 'Cerrar sesión',
  keepPasswordSafe: 'Guarde su contraseña en un lugar seguro.',
  giveItToNoOne: 'No se la dé a nadie.',
  changeItAtOnce: 'cámbiela de inmediato.',
  feedback: 'Enviar comentarios',
  topicIdea: 'Una idea',
  message: 'Su mensaje',
  feedbackEmail: 'Correo electrónico (si quiere)',
  haveMessage: 'Tenemos su mensaje',
  themes: { light: 'Clara', dark: 'Oscura', contrast: 'Alto contraste', system: 'Como en mi dispositivo' },
  notFound: 'No encontramos esa página',
}

const words = { en: english, es: spanish } as const satisfies Record<Locale, Words>

export function wordsOf(language: Locale): Words {
  return words[language]
}
