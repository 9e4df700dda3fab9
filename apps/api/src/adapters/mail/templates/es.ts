import { link, paragraph, type MailWords } from '../mail-text.ts'
import { spanishReportMail } from './reports.es.ts'

const notYou = [
  paragraph('Si fue usted, no tiene que hacer nada más.'),
  paragraph('Si no fue usted, elija ahora una contraseña nueva y llámenos.'),
  link('Obtener una contraseña nueva', '/recover'),
]

export const spanishMail: MailWords = {
  greeting: 'Hola:',
  help: (phone, hours) =>
    hours === null ? `¿Tiene preguntas? Llame al ${phone}.` : `¿Tiene preguntas? Llame al ${phone}, ${hours}`,
  hours: (first, last, opens, closes) => `de ${first} a ${last}, de ${opens} a ${closes}`,
  signature: (host) => [
    `Este mensaje es de ConneCT, ${host}. Por favor, no lo responda: nadie lee este buzón.`,
    'Nunca le pedimos su contraseña ni sus respuestas secretas, ni por correo electrónico ni por teléfono.',
  ],
  text: {
    password_changed: () => ({
      subject: 'Se cambió su contraseña de ConneCT',
      parts: [
        paragraph(
          'Se cambió la contraseña de su cuenta MyAccount. Se cerró la sesión en todos los demás dispositivos.',
        ),
        ...notYou,
      ],
    }),
    password_recovered: () => ({
      subject: 'Su cuenta de ConneCT tiene una contraseña nueva',
      parts: [
        paragraph(
          'Alguien respondió sus preguntas secretas y eligió una contraseña nueva para su cuenta MyAccount. Se cerró la sesión en todos los dispositivos.',
        ),
        paragraph(
          'Lo que sabemos de su caso queda cerrado hasta que usted demuestre otra vez que el caso es suyo.',
        ),
        ...notYou,
      ],
    }),
    secret_questions_changed: () => ({
      subject: 'Se cambiaron sus preguntas secretas de ConneCT',
      parts: [
        paragraph('Se cambiaron las preguntas secretas de su cuenta MyAccount, y también las respuestas.'),
        ...notYou,
      ],
    }),
    email_changed: () => ({
      subject: 'Se cambió su correo electrónico de ConneCT',
      parts: [
        paragraph(
          'Su cuenta MyAccount ya no usa esta dirección de correo electrónico. Este es el último mensaje que enviamos a esta dirección.',
        ),
        ...notYou,
      ],
    }),
    deletion_requested: () => ({
      subject: 'Su cuenta de ConneCT se borrará',
      parts: [
        paragraph('Usted nos pidió borrar su cuenta MyAccount. Lo haremos 24 horas después de su solicitud.'),
        paragraph(
          '¿Quiere conservarla? Inicie sesión antes. Primero le preguntaremos y, si usted continúa, la cuenta se conserva.',
        ),
        link('Iniciar sesión', '/sign-in'),
        paragraph('Si no lo pidió usted, inicie sesión ahora, cambie su contraseña y llámenos.'),
      ],
    }),
    deletion_cancelled: () => ({
      subject: 'Su cuenta de ConneCT se conserva',
      parts: [
        paragraph('Usted inició sesión y continuó, así que su cuenta MyAccount no se borrará.'),
        ...notYou,
      ],
    }),
    case_linked: () => ({
      subject: 'Se agregó un caso a su cuenta de ConneCT',
      parts: [
        paragraph('Se agregó un caso a su cuenta MyAccount. Ahí puede ver sus beneficios, pagos y cartas.'),
        ...notYou,
      ],
    }),
    client_id_claimed: () => ({
      subject: 'Otra cuenta de ConneCT dio su número de cliente',
      parts: [
        paragraph(
          'Alguien con otra cuenta MyAccount dio su número de cliente, su año de nacimiento y lo que demuestra que son suyos. No pudo entrar. Solo usted puede ver su caso.',
        ),
        paragraph('Una persona del Departamento lo va a revisar. Usted no tiene que hacer nada.'),
        paragraph('¿Abrió usted otra cuenta, o sabe quién fue? Entonces llámenos.'),
      ],
    }),
    case_link_moved: () => ({
      subject: 'Un caso ya no está en su cuenta de ConneCT',
      parts: [
        paragraph(
          'Otra cuenta MyAccount pidió un número de cliente que usted tenía. Una persona del Departamento decidió que le corresponde a esa cuenta. Usted ya no ve ese caso en la suya.',
        ),
        paragraph('Los beneficios de todos siguen igual. Si cree que es un error, llámenos.'),
      ],
    }),
    ...spanishReportMail,
    account_deleted: () => ({
      subject: 'Su cuenta de ConneCT se borró',
      parts: [
        paragraph(
          'Su cuenta MyAccount se borró, como usted pidió. Este es nuestro último mensaje a esta dirección.',
        ),
        paragraph(
          'Los cambios que usted informó al Departamento se conservan en el Departamento, con sus documentos y recibos. Nadie más recibirá su nombre de usuario.',
        ),
        paragraph('Sus beneficios no cambian por esto.'),
      ],
    }),
    email_confirmation: (values) => ({
      subject: 'Confirme su correo electrónico para ConneCT',
      parts: [
        paragraph(
          'Alguien escribió esta dirección de correo electrónico para una cuenta MyAccount. ¿Fue usted? Entonces abra esta página y presione el botón.',
        ),
        link('Confirmar esta dirección', `/confirm-email#token=${encodeURIComponent(values.text('token'))}`),
        paragraph('El enlace sirve durante 24 horas.'),
        paragraph(
          'Si no fue usted, no presione el botón. Si recibe más correos, llámenos y quitamos su dirección.',
        ),
      ],
    }),
    message_waiting: () => ({
      subject: 'Tiene un mensaje en ConneCT',
      parts: [
        paragraph('Le escribimos en su cuenta MyAccount. Inicie sesión para leerlo.'),
        link('Ver sus mensajes', '/my-account/messages'),
        paragraph(
          'Todavía no sabemos si esta dirección es suya; por eso este correo no dice más. Para recibir más por correo electrónico, inicie sesión y confirme su dirección en “Su perfil”.',
        ),
        paragraph('Si usted no tiene una cuenta MyAccount, llámenos y quitamos su dirección.'),
      ],
    }),
    user_id_reminder: (values) => ({
      subject: 'Su nombre de usuario de ConneCT',
      parts: [
        paragraph('Usted pidió su nombre de usuario. Esta dirección de correo electrónico pertenece a:'),
        { kind: 'list', items: values.list('userIds') },
        link('Iniciar sesión', '/sign-in'),
        paragraph('Si usted no lo pidió, no haga nada. Solo usted recibe este mensaje.'),
      ],
    }),
  },
}
