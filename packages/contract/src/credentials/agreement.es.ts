import type { AgreementText } from './agreement-text.ts'

export const agreementInSpanish: AgreementText = {
  title: 'Acuerdo de aceptación del usuario',
  introduction:
    'Esta página explica lo que usted acepta al crear su MyAccount y lo que nosotros le prometemos. Léala, por favor. Puede imprimirla y guardarla.',
  sections: [
    {
      heading: 'Su nombre de usuario y su contraseña lo representan a usted',
      paragraphs: [
        'Con su nombre de usuario y su contraseña sabemos que es usted. Valen tanto como su firma en papel. Lo que se envía desde su cuenta vale como enviado por usted.',
        'No comparta con nadie su contraseña ni sus respuestas secretas. Tampoco con las personas que viven con usted.',
        'Solo usted conoce su contraseña. Nuestro personal no la conoce ni la puede ver. Nadie del Departamento se la va a pedir nunca.',
        'Si cree que otra persona conoce su contraseña, cámbiela de inmediato.',
      ],
    },
    {
      heading: 'Qué datos le pedimos y para qué',
      paragraphs: [
        'Para crear su MyAccount le pedimos su nombre y apellido, un nombre de usuario, una contraseña y cinco preguntas secretas con sus respuestas. También puede darnos su correo electrónico. No es obligatorio.',
        'Más adelante, tal vez quiera ver aquí sus beneficios. Para encontrar su caso le pediremos su número de cliente (Client ID), el año en que nació y los últimos cuatro dígitos de su número de Seguro Social.',
        'Usamos estos datos para abrir su cuenta, encontrar su caso e impedir que entren otras personas.',
      ],
    },
    {
      heading: 'Usted puede decir que no',
      paragraphs: [
        'Usted puede decidir no darnos estos datos. En ese caso, es posible que no pueda terminar el trámite por internet. Puede recibir la misma ayuda por teléfono, por correo o en persona. La página Contacto explica cómo.',
      ],
    },
    {
      heading: 'Su perfil es suyo',
      paragraphs: [
        'Usted puede ver, cambiar y borrar su perfil.',
        'También puede pedirnos que lo eliminemos. No perderá ningún beneficio ni servicio por hacerlo.',
      ],
    },
    {
      heading: 'Cómo protegemos sus datos',
      paragraphs: [
        'La ley dice que la mayor parte de los datos que tenemos es confidencial. Cumplimos esas leyes. No vendemos lo que sabemos de usted.',
        'Guardamos su contraseña y sus respuestas secretas de forma que nadie las pueda leer, ni siquiera nosotros.',
        'Las leyes del estado protegen estos archivos. Según las leyes estatales sobre delitos informáticos, es un delito verlos, usarlos o cambiarlos sin tener derecho a hacerlo.',
      ],
    },
    {
      heading: 'Qué se guarda en su teléfono o computadora',
      paragraphs: [
        'Mientras tiene la sesión abierta, su navegador guarda una cookie que nos lo indica. Solo está en la memoria. Desaparece cuando usted cierra la sesión o el navegador.',
        'Lo más seguro es cerrar la sesión y también el navegador cuando termine. Es aún más importante si otras personas usan el mismo teléfono o computadora.',
        'Su navegador también recuerda el idioma que eligió. Mientras llena un formulario, guarda lo que ha escrito hasta que termine o cierre la pestaña. Nunca guarda su contraseña ni sus respuestas secretas.',
        'Si nos dice que un teléfono o una computadora es suyo, su navegador guarda una pequeña marca para reconocerlo. Si no nos lo dice, no hay ninguna marca.',
      ],
    },
    {
      heading: 'Cómo mejoramos este sitio',
      paragraphs: [
        'Podemos contar cómo se usa este sitio. Por ejemplo, cuántas personas abren una página. Usamos esas cifras para mejorar el servicio. Nunca las vendemos.',
      ],
    },
    {
      heading: 'Cuando usted acepta',
      paragraphs: [
        'Cuando usted acepta, registramos qué versión de esta página vio, en qué idioma, y la fecha y la hora.',
      ],
    },
  ],
}
