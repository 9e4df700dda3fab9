import { randomInt, randomUUID } from 'node:crypto'
import type { FedCase, FedMember, FedNotice, FedPayment, FedProgram } from '@connect/contract/rooms/case-feed'

/** Nine digits that no other call gave or gives. The first is 9, so that they are nobody's of the demonstration. */
export function aClientId(): string {
  lastClientId = (lastClientId + 1) % clientIds
  return String(9 * clientIds + lastClientId)
}

/** How many client IDs begin with one digit. */
const clientIds = 100_000_000

/** Processes that make some at the same time begin far apart. */
let lastClientId = randomInt(clientIds)

/** A reference such as systems of record make: opaque, and nobody else's. */
export function aReference(kind = 'R'): string {
  return `${kind}-${randomUUID().slice(0, 18)}`
}

/** Somebody who may associate; whom the law of no country knows. */
export function aFedMember(changes: Partial<FedMember> = {}): FedMember {
  return {
    memberId: aReference('M'),
    clientId: aClientId(),
    firstName: 'Example',
    lastName: 'Person',
    birthYear: randomInt(1930, 2005),
    ssnLast4: String(randomInt(10_000)).padStart(4, '0'),
    mayAssociate: true,
    ...changes,
  }
}

/** A child of whom only names are known, and who can associate nothing. */
export function aFedChild(changes: Partial<Omit<FedMember, 'clientId' | 'ssnLast4'>> = {}): FedMember {
  return {
    memberId: aReference('M'),
    firstName: 'Example',
    lastName: 'Child',
    birthYear: 2019,
    mayAssociate: false,
    ...changes,
  }
}

/** Food for whoever is given, headed by the first of them. */
export function aFedProgram(
  memberIds: readonly [string, ...string[]],
  changes: Partial<FedProgram> = {},
): FedProgram {
  return {
    program: 'SNAP',
    status: 'active',
    coveredMemberIds: [...memberIds],
    headMemberId: memberIds[0],
    monthlyAmount: { amount: 29_200, currency: 'USD' },
    from: '2026-01-01',
    ...changes,
  }
}

export function aFedPayment(changes: Partial<FedPayment> = {}): FedPayment {
  return {
    paymentRef: aReference('P'),
    program: 'SNAP',
    paidOn: '2026-11-03',
    amount: { amount: 29_200, currency: 'USD' },
    ...changes,
  }
}

/** A person alone with food that comes each month, one payment made. */
export function aFedCase(changes: Partial<FedCase> = {}): FedCase {
  const [first, ...others] = changes.members ?? [aFedMember()]
  if (first === undefined) throw new Error('a case has at least one member')
  return {
    asOf: new Date().toISOString(),
    members: [first, ...others],
    programs: [aFedProgram([first.memberId])],
    payments: [aFedPayment()],
    ...changes,
  }
}

/** A letter of plain text. */
export function aFedNotice(
  text = 'We made a decision about your benefits.\n',
  changes: Partial<FedNotice> = {},
) {
  return {
    title: { en: 'Notice of decision', es: 'Aviso de decisión' },
    issuedOn: '2026-11-02',
    mediaType: 'text/plain',
    contentBase64: Buffer.from(text, 'utf8').toString('base64'),
    ...changes,
  }
}

/** What whoever is meant gives to associate. Throws for a member who cannot do so. */
export function tripleOf({ clientId, birthYear, ssnLast4 }: FedMember) {
  if (clientId === undefined || ssnLast4 === undefined) throw new Error('a member without a triple')
  return { clientId, birthYear, ssnLast4 }
}
