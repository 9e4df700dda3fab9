import { addDays } from '@connect/contract/benefits/calendar'
import { familyOfSix, mixedStatus, pregnant } from './demo-families.ts'
import {
  aBenefit,
  anAdult,
  dollars,
  endOfMonth,
  monthlyPayments,
  monthsBefore,
  type Household,
} from './household.ts'

/**
 * Fictional households of every shape, as of a moment. Days are reckoned from `today`, a calendar day of America/New_York,
 * so that a renewal that is due in three days is due in three days whenever a demonstration starts.
 */
export function demoHouseholds(asOf: string, today: string): Household[] {
  return [
    singleElder(asOf, today),
    familyOfSix(asOf, today),
    pregnant(asOf, today),
    mixedStatus(asOf, today),
    renewalDue(asOf, today),
    closed(asOf, today),
    pending(asOf, today),
    nothingYet(asOf),
  ]
}

function singleElder(asOf: string, today: string): Household {
  const clientId = '100200112'
  const walter = anAdult('M-1', 'Walter', { clientId, birthYear: 1948, ssnLast4: '0148' })
  const since = monthsBefore(today, 30)
  return {
    key: 'single-elder',
    about: {
      en: 'An older man who lives alone: food, cash, medical help and help with Medicare costs.',
      es: 'Un hombre mayor que vive solo: alimentos, efectivo, cobertura médica y ayuda con los costos de Medicare.',
    },
    case: {
      asOf,
      office: 'new-haven',
      language: 'en',
      members: [walter],
      programs: [
        aBenefit('SNAP', ['M-1'], {
          status: 'active',
          monthlyAmount: dollars(194),
          from: since,
          renewalDueOn: endOfMonth(today, 5),
        }),
        aBenefit('STATE_SUPPLEMENT', ['M-1'], { status: 'active', monthlyAmount: dollars(168), from: since }),
        aBenefit('HUSKY_C', ['M-1'], { status: 'active', from: since, renewalDueOn: endOfMonth(today, 5) }),
        aBenefit('MSP', ['M-1'], { status: 'active', from: since }),
      ],
      payments: [
        ...monthlyPayments(today, { program: 'SNAP', dollars: 194, clientId, months: 15 }),
        ...monthlyPayments(today, { program: 'STATE_SUPPLEMENT', dollars: 168, clientId, months: 15 }),
      ],
    },
    letters: [
      {
        noticeRef: 'N-1',
        locale: 'en',
        format: 'pdf',
        notice: {
          title: { en: 'Your food help stays the same', es: 'Su ayuda para alimentos sigue igual' },
          issuedOn: addDays(today, -40),
        },
        paragraphs: [
          'We looked at your case. Your SNAP stays at $194.00 a month.',
          'If something changes, tell us within 10 days.',
        ],
      },
    ],
  }
}

function renewalDue(asOf: string, today: string): Household {
  const clientId = '100200581'
  const since = monthsBefore(today, 11)
  const dueOn = addDays(today, 3)
  return {
    key: 'renewal-due',
    about: {
      en: 'A woman whose food help has to be renewed within three days.',
      es: 'Una mujer que tiene que renovar su ayuda para alimentos en tres días.',
    },
    case: {
      asOf,
      office: 'bridgeport',
      language: 'en',
      members: [anAdult('M-1', 'Denise', { clientId, birthYear: 1979, ssnLast4: '5810' })],
      programs: [
        aBenefit('SNAP', ['M-1'], {
          status: 'active',
          monthlyAmount: dollars(231),
          from: since,
          renewalDueOn: dueOn,
        }),
        aBenefit('HUSKY_D', ['M-1'], { status: 'active', from: since, renewalDueOn: endOfMonth(today, 4) }),
      ],
      payments: monthlyPayments(today, { program: 'SNAP', dollars: 231, clientId, months: 11 }),
    },
    letters: [
      {
        noticeRef: 'N-1',
        locale: 'en',
        format: 'text',
        notice: {
          title: { en: 'Renew your food help', es: 'Renueve su ayuda para alimentos' },
          issuedOn: addDays(today, -42),
          asksForDocuments: true,
        },
        paragraphs: [
          'It is time to renew your SNAP. Send us the renewal form and proof of your income by the day it is due.',
          'If we do not hear from you, your SNAP ends with this month.',
        ],
      },
    ],
  }
}

function closed(asOf: string, today: string): Household {
  const clientId = '100200738'
  const ended = endOfMonth(today, -4)
  return {
    key: 'closed',
    about: {
      en: 'A man whose case was closed after he found work.',
      es: 'Un hombre cuyo caso se cerró cuando encontró trabajo.',
    },
    case: {
      asOf,
      office: 'waterbury',
      language: 'en',
      members: [anAdult('M-1', 'Marcus', { clientId, birthYear: 1991, ssnLast4: '7380' })],
      programs: [
        aBenefit('SNAP', ['M-1'], { status: 'closed', from: monthsBefore(today, 16), to: ended }),
        aBenefit('HUSKY_D', ['M-1'], { status: 'closed', from: monthsBefore(today, 16), to: ended }),
      ],
      payments: monthlyPayments(today, { program: 'SNAP', dollars: 262, clientId, months: 12, monthsAgo: 4 }),
    },
    letters: [
      {
        noticeRef: 'N-1',
        locale: 'en',
        format: 'text',
        notice: {
          title: { en: 'Your benefits end', es: 'Sus beneficios terminan' },
          issuedOn: addDays(ended, -20),
        },
        paragraphs: [
          'You told us that you started a job. Your income is now above the limit, so your SNAP and HUSKY D end.',
          'If you think this is wrong, you can ask for a hearing. If your income goes down, you can apply again.',
        ],
      },
    ],
  }
}

function pending(asOf: string, today: string): Household {
  return {
    key: 'pending',
    about: {
      en: 'A woman who applied last week and waits for a decision.',
      es: 'Una mujer que presentó su solicitud la semana pasada y espera una decisión.',
    },
    case: {
      asOf,
      office: 'norwich',
      language: 'es',
      members: [anAdult('M-1', 'Lucía', { clientId: '100200894', birthYear: 1986, ssnLast4: '8940' })],
      programs: [
        aBenefit('SNAP', ['M-1'], { status: 'pending', from: addDays(today, -7) }),
        aBenefit('SAGA', ['M-1'], { status: 'pending', from: addDays(today, -7) }),
      ],
    },
    letters: [
      {
        noticeRef: 'N-1',
        locale: 'es',
        format: 'text',
        notice: {
          title: { en: 'We have your application', es: 'Recibimos su solicitud' },
          issuedOn: addDays(today, -5),
          asksForDocuments: true,
        },
        paragraphs: [
          'Recibimos su solicitud. Envíenos un comprobante de dónde vive y de sus ingresos.',
          'Le avisaremos cuando decidamos. Si tiene preguntas, llámenos.',
        ],
      },
    ],
  }
}

function nothingYet(asOf: string): Household {
  return {
    key: 'nothing-yet',
    about: {
      en: 'A man who is known to the Department, with nothing in his case yet.',
      es: 'Un hombre que el Departamento ya conoce, con un caso que todavía está vacío.',
    },
    case: {
      asOf,
      members: [anAdult('M-1', 'Henry', { clientId: '100200906', birthYear: 1999, ssnLast4: '9060' })],
    },
    letters: [],
  }
}
