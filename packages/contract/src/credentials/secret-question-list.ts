import type { LocalizedText } from '../shared/text.ts'

export interface SecretQuestion {
  readonly id: string
  readonly text: LocalizedText
}

/**
 * The questions to choose from, in the order in which they are shown. Each answer has to be one that no record and
 * no profile tells (so no birth city, school, pet, employer or mother's maiden name), that a stranger cannot list
 * (so no favorite color), and that its owner still gives the same way years later. Accounts keep the ids: an id
 * never changes its meaning, and a question that is dropped stays known to recovery.
 */
export const secretQuestions: readonly SecretQuestion[] = [
  question(
    'childhood-friend',
    'What was your best childhood friend’s nickname?',
    '¿Qué apodo tenía su mejor amigo o amiga de la infancia?',
  ),
  question(
    'favorite-toy',
    'What did you call your favorite toy when you were little?',
    '¿Cómo llamaba a su juguete favorito cuando era pequeño o pequeña?',
  ),
  question(
    'childhood-neighbor',
    'What was the last name of a neighbor you remember from childhood?',
    '¿Cuál era el apellido de un vecino que recuerda de su infancia?',
  ),
  question(
    'helpful-teacher',
    'What is the last name of the teacher who helped you most?',
    '¿Cuál es el apellido del maestro o maestra que más le ayudó?',
  ),
  question(
    'friends-street',
    'What street did your best childhood friend live on?',
    '¿En qué calle vivía su mejor amigo o amiga de la infancia?',
  ),
  question(
    'first-swim',
    'What beach, lake, river or pool did you first swim in?',
    '¿En qué playa, lago, río o piscina nadó por primera vez?',
  ),
  question(
    'made-up-word',
    'What word did your family make up that no one else uses?',
    '¿Qué palabra inventó su familia que nadie más usa?',
  ),
  question(
    'first-doctor',
    'What is the last name of the first doctor or dentist you remember?',
    '¿Cuál es el apellido del primer médico o dentista que recuerda?',
  ),
  question(
    'candy-store',
    'What was the name of the store where you bought candy as a child?',
    '¿Cómo se llamaba la tienda donde compraba dulces en su niñez?',
  ),
  question(
    'scary-movie',
    'What movie or story scared you most as a child?',
    '¿Qué película o cuento le dio más miedo en su niñez?',
  ),
  question(
    'first-coworker',
    'What is the last name of a person you worked with at your first job?',
    '¿Cuál es el apellido de una persona con quien trabajó en su primer empleo?',
  ),
  question(
    'relatives-nickname',
    'What nickname does only your family use for one of your relatives?',
    '¿Con qué apodo llama solo su familia a uno de sus parientes?',
  ),
  question(
    'club-of-friends',
    'What did you name a team, band or club you started with friends?',
    '¿Qué nombre le puso a un equipo, grupo o club que formó con amigos?',
  ),
  question(
    'first-phone-number',
    'What are the last five digits of the first phone number you learned by heart?',
    '¿Cuáles son los últimos cinco dígitos del primer teléfono que se aprendió de memoria?',
  ),
  question(
    'play-place',
    'What did you and your friends call the place where you played?',
    '¿Cómo le decían usted y sus amigos al lugar donde jugaban?',
  ),
  question(
    'first-coach',
    'What is the last name of your first coach or music teacher?',
    '¿Cuál es el apellido de su primer entrenador o maestro de música?',
  ),
  question(
    'memorable-meal',
    'What is the name of the restaurant where you had a meal you will never forget?',
    '¿Cómo se llama el restaurante donde tuvo una comida que nunca olvidará?',
  ),
  question(
    'funny-classmate',
    'What is the last name of the classmate who made everyone laugh?',
    '¿Cuál es el apellido del compañero o compañera de clase que hacía reír a todos?',
  ),
  question(
    'first-book',
    'What was the first book you read to the end on your own?',
    '¿Cuál fue el primer libro que leyó completo sin ayuda?',
  ),
  question(
    'childhood-caregiver',
    'What is the last name of someone outside your family who took care of you as a child?',
    '¿Cuál es el apellido de alguien que no era de su familia y le cuidaba en su niñez?',
  ),
  question(
    'learned-by-heart',
    'What poem, song or prayer did you first learn by heart?',
    '¿Cuál fue el primer poema, canción u oración que se aprendió de memoria?',
  ),
]

function question(id: string, en: string, es: string): SecretQuestion {
  return { id, text: { en, es } }
}
