import { addDays } from '@connect/contract/benefits/calendar'
import {
  aBenefit,
  aChild,
  anAdult,
  dollars,
  endOfMonth,
  monthlyPayments,
  monthsBefore,
  type Household,
} from './household.ts'

/** Two parents, each with a client ID of their own, and four children; the household asked for Spanish. */
export function familyOfSix(asOf: string, today: string): Household {
  const clientId = '100200250'
  const since = monthsBefore(today, 20)
  const everybody = ['M-1', 'M-2', 'M-3', 'M-4', 'M-5', 'M-6']
  const year = Number(today.slice(0, 4))
  return {
    key: 'family-of-six',
    about: {
      en: 'A family of six who get letters in English and Spanish; each parent associates on their own.',
      es: 'Una familia de seis que recibe cartas en inglés y en español; cada padre asocia el caso por su cuenta.',
    },
    case: {
      asOf,
      office: 'greater-hartford',
      language: 'es',
      members: [
        anAdult('M-1', 'María', { clientId, birthYear: 1988, ssnLast4: '2500' }),
        anAdult('M-2', 'José', { clientId: '100200263', birthYear: 1985, ssnLast4: '2630' }),
        aChild('M-3', 'Camila', year - 13),
        aChild('M-4', 'Daniel', year - 10),
        aChild('M-5', 'Sofía', year - 6),
        aChild('M-6', 'Mateo', year - 1),
      ],
      programs: [
        aBenefit('SNAP', everybody, {
          status: 'active',
          monthlyAmount: dollars(1183),
          from: since,
          renewalDueOn: endOfMonth(today, 3),
          periodicReportDueOn: addDays(today, 24),
        }),
        aBenefit('TFA', everybody, {
          status: 'active',
          monthlyAmount: dollars(1092),
          from: since,
          renewalDueOn: endOfMonth(today, 1),
        }),
        aBenefit('HUSKY_A', everybody, {
          status: 'active',
          from: since,
          renewalDueOn: endOfMonth(today, 6),
        }),
      ],
      payments: [
        ...monthlyPayments(today, { program: 'SNAP', dollars: 1183, clientId, months: 6 }),
        ...monthlyPayments(today, { program: 'SNAP', dollars: 1140.5, clientId, months: 12, monthsAgo: 6 }),
        ...monthlyPayments(today, { program: 'TFA', dollars: 1092, clientId, months: 18 }),
      ],
    },
    letters: [
      {
        noticeRef: 'N-1',
        locale: 'es',
        format: 'pdf',
        notice: {
          title: { en: 'Your periodic report is due', es: 'Tiene que enviar su informe periódico' },
          issuedOn: addDays(today, -6),
          asksForDocuments: true,
        },
        paragraphs: [
          'Llene el informe periódico de SNAP y envíelo antes de la fecha límite, con los comprobantes de sus ingresos.',
          'Si no lo recibimos a tiempo, su SNAP puede terminar.',
        ],
      },
      {
        noticeRef: 'N-2',
        locale: 'en',
        format: 'text',
        notice: {
          title: { en: 'More food help for your household' },
          issuedOn: addDays(today, -170),
        },
        paragraphs: [
          'A child was added to your household. From now on you get $1,183.00 in SNAP each month.',
          'If something changes, tell us within 10 days.',
        ],
      },
    ],
  }
}

export function pregnant(asOf: string, today: string): Household {
  const clientId = '100200337'
  const since = monthsBefore(today, 4)
  return {
    key: 'pregnant',
    about: {
      en: 'A young woman who is pregnant: food and medical help.',
      es: 'Una joven embarazada: alimentos y cobertura médica.',
    },
    case: {
      asOf,
      office: 'stamford',
      language: 'en',
      members: [anAdult('M-1', 'Aisha', { clientId, birthYear: 2002, ssnLast4: '3370' })],
      programs: [
        aBenefit('SNAP', ['M-1'], {
          status: 'active',
          monthlyAmount: dollars(292),
          from: since,
          renewalDueOn: endOfMonth(today, 7),
        }),
        aBenefit('HUSKY_A', ['M-1'], { status: 'active', from: since }),
        aBenefit('TFA', ['M-1'], { status: 'denied', from: since }),
      ],
      payments: monthlyPayments(today, { program: 'SNAP', dollars: 292, clientId, months: 4 }),
    },
    letters: [
      {
        noticeRef: 'N-1',
        locale: 'en',
        format: 'text',
        notice: {
          title: {
            en: 'Your medical help while you are pregnant',
            es: 'Su cobertura médica durante el embarazo',
          },
          issuedOn: addDays(today, -90),
        },
        paragraphs: [
          'You have HUSKY A while you are pregnant and for 12 months after the birth.',
          'Tell us within 10 days when your baby is born, so that the baby is covered too.',
        ],
      },
    ],
  }
}

/** A mother without a Social Security number, who associates by a one-time code, and benefits that stand differently. */
export function mixedStatus(asOf: string, today: string): Household {
  const clientId = '100200463'
  const since = monthsBefore(today, 9)
  const children = ['M-2', 'M-3']
  const year = Number(today.slice(0, 4))
  return {
    key: 'mixed-status',
    about: {
      en: 'A mother without a Social Security number, who needs a one-time code, and her children: one benefit active, one on hold, one waiting, one ended.',
      es: 'Una madre sin número de Seguro Social, que necesita un código de un solo uso, y sus hijos: un beneficio activo, uno en pausa, uno en espera y uno terminado.',
    },
    case: {
      asOf,
      office: 'danbury',
      language: 'es',
      members: [
        anAdult('M-1', 'Yolanda', { clientId, birthYear: 1990 }),
        aChild('M-2', 'Andrés', year - 8),
        aChild('M-3', 'Valeria', year - 4),
      ],
      programs: [
        // Headed by the mother, who is not covered herself.
        {
          program: 'SNAP',
          status: 'active',
          coveredMemberIds: children,
          headMemberId: 'M-1',
          monthlyAmount: dollars(421),
          from: since,
          renewalDueOn: endOfMonth(today, 2),
        },
        aBenefit('TFA', children, { status: 'suspended', monthlyAmount: dollars(385), from: since }),
        aBenefit('HUSKY_A', children, { status: 'pending', from: addDays(today, -12) }),
        aBenefit('HUSKY_B', children, { status: 'closed', from: since, to: endOfMonth(today, -1) }),
      ],
      payments: [
        ...monthlyPayments(today, { program: 'SNAP', dollars: 421, clientId, months: 9 }),
        ...monthlyPayments(today, { program: 'TFA', dollars: 385, clientId, months: 6, monthsAgo: 3 }),
      ],
    },
    letters: [
      {
        noticeRef: 'N-1',
        locale: 'es',
        format: 'text',
        notice: {
          title: { en: 'Your cash help is on hold', es: 'Su ayuda en efectivo está en pausa' },
          issuedOn: addDays(today, -15),
          asksForDocuments: true,
        },
        paragraphs: [
          'Su ayuda en efectivo está en pausa porque nos falta un comprobante de ingresos.',
          'Envíelo lo antes posible. Si tiene preguntas, llámenos.',
        ],
      },
    ],
  }
}
