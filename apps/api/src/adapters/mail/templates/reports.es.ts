import { link, paragraph, type MailPart, type ReportMail, type ValueReader } from '../mail-text.ts'

const signInToRead = link('Ver sus informes', '/my-account/reports')

/** What happens next, by when, and what to do if it does not. */
function next(values: ValueReader): MailPart[] {
  return [
    paragraph(
      `Lo que sigue: una persona del Departamento lo revisa, por lo general a más tardar el ${values.agencyActsBy('receivedOn')}. Si para entonces no ha recibido noticias nuestras, llámenos y dé el número de confirmación.`,
    ),
    signInToRead,
  ]
}

/** E-mails about reports, proofs and files. They say nothing of what was reported. */
export const spanishReportMail: ReportMail = {
  report_received: (values) => ({
    subject: 'ConneCT recibió su informe',
    parts: [
      paragraph(
        `Recibimos su informe el ${values.day('receivedOn')}. Su número de confirmación es ${values.text('confirmationNumber')}.`,
      ),
      paragraph(
        `Fecha límite: ${values.day('dueOn')}. Si informó varios cambios, esta es la primera de sus fechas.`,
      ),
      ...next(values),
      paragraph('Su recibo está en su cuenta MyAccount. Muestra lo que informó y los archivos que envió.'),
      paragraph('Si no fue usted quien informó esto, llámenos.'),
    ],
  }),
  report_entered: (values) => ({
    subject: 'Se agregó un informe a su cuenta de ConneCT',
    parts: [
      paragraph(
        `Una persona del Departamento anotó lo que usted nos dijo por teléfono, por correo o en persona. Lo recibimos el ${values.day('receivedOn')}. Su número de confirmación es ${values.text('confirmationNumber')}.`,
      ),
      paragraph(
        `Fecha límite: ${values.day('dueOn')}. Si informó varios cambios, esta es la primera de sus fechas.`,
      ),
      ...next(values),
      paragraph('¿Hay algo que no es correcto, o usted no informó nada? Entonces llámenos.'),
    ],
  }),
  documents_received: (values) => ({
    subject: 'ConneCT recibió lo que usted envió',
    parts: [
      paragraph(
        `El ${values.day('receivedOn')} recibimos lo que usted envió. Su número de confirmación es ${values.text('confirmationNumber')}.`,
      ),
      ...next(values),
      paragraph('Su recibo está en su cuenta MyAccount. Muestra lo que envió.'),
      paragraph('Si no fue usted quien envió esto, llámenos.'),
    ],
  }),
  report_in_review: () => ({
    subject: 'ConneCT: se está revisando lo que usted envió',
    parts: [
      paragraph(
        'Una persona del Departamento ya está revisando lo que usted nos envió. Usted no tiene que hacer nada.',
      ),
      paragraph('Le escribiremos otra vez cuando haya novedades.'),
      signInToRead,
    ],
  }),
  report_needs_information: () => ({
    subject: 'ConneCT: necesitamos algo más de usted',
    parts: [
      paragraph(
        'Una persona del Departamento necesita más información sobre lo que usted nos envió y le escribió en su cuenta MyAccount.',
      ),
      paragraph('Inicie sesión para leer lo que hace falta. Ahí puede responder y agregar documentos.'),
      signInToRead,
    ],
  }),
  report_processed: () => ({
    subject: 'ConneCT: se terminó de revisar lo que usted envió',
    parts: [
      paragraph(
        'Una persona del Departamento terminó de revisar lo que usted nos envió. Inicie sesión para ver el resultado.',
      ),
      paragraph('Si sus beneficios cambian, recibirá una carta.'),
      signInToRead,
    ],
  }),
  report_declined: () => ({
    subject: 'ConneCT: no se aceptó lo que usted envió',
    parts: [
      paragraph(
        'Una persona del Departamento no aceptó lo que usted nos envió y escribió por qué. Inicie sesión para leerlo.',
      ),
      paragraph('Si cree que es un error, llámenos.'),
      signInToRead,
    ],
  }),
  report_withdrawn: () => ({
    subject: 'Usted retiró un informe en ConneCT',
    parts: [
      paragraph(
        'Usted retiró lo que nos había enviado. Nadie lo va a tramitar. Queda en su lista, marcado como retirado.',
      ),
      paragraph(
        'Si un cambio sí ocurrió, usted todavía tiene que informarlo. Puede hacerlo otra vez en cualquier momento.',
      ),
      signInToRead,
      paragraph('Si no fue usted, elija ahora una contraseña nueva y llámenos.'),
      link('Obtener una contraseña nueva', '/recover'),
    ],
  }),
  document_refused: () => ({
    subject: 'ConneCT no pudo aceptar uno de sus archivos',
    parts: [
      paragraph(
        'Revisamos los archivos que envió y no pudimos aceptar uno de ellos. Inicie sesión para ver cuál es, por qué, y cómo enviarlo otra vez.',
      ),
      paragraph('Todo lo demás que envió sigue con nosotros.'),
      link('Ver sus mensajes', '/my-account/messages'),
    ],
  }),
}
