import { randomUUID } from 'node:crypto'
import type { FedMember } from '@connect/contract/rooms/case-feed'
import { associationLimits } from '@connect/contract/rooms/case-links'
import { aClientId, aFedCase, aFedMember, aReference } from '@connect/households/fed-case'
import { forgetAssociations } from '@connect/prisma/testing/factories/cases'
import { createHttpClient, type Answer, type HttpClient } from './client/http-client.ts'
import { signIn, someAccounts } from './client/people.ts'
import { shuffled, told } from './client/told.ts'
import { around, never, type Figure } from './figure.ts'
import type { Measurement } from './measurement.ts'
import { tokenOf } from './portal/token.ts'
import { areaUnderCurve, median } from './statistics.ts'

const samples = 100

/** Each client ID takes so many tries in a day. */
const members = samples / associationLimits.inDay

/** With 100 + 100 samples that cannot be told apart, one run in 270 falls outside by chance. */
const spread = 0.12

/** Nobody has the client ID; another year; other digits; another account has it; it met its limit. */
const kinds = ['unknown', 'year', 'digits', 'taken', 'locked'] as const
type Kind = (typeof kinds)[number]

/** Somebody signed in. */
type Send = (body: unknown) => Promise<Answer>

/**
 * Gives client IDs with which nothing can be associated, for each reason that there is, by turns in an order drawn for
 * each round: whether any two can be told apart by what is answered, and by when.
 */
export const equalAssociation: Measurement = {
  name: 'equal-association',
  async run(portal): Promise<Figure[]> {
    const client = createHttpClient(portal.address)
    try {
      const people = await someAccounts(client, 2)
      const [holder, guesser] = await Promise.all(
        people.map(async (person) => sender(client, await signIn(client, person))),
      )
      if (holder === undefined || guesser === undefined) throw new Error('nobody is signed in')
      const bodyOf = await prepare(client, await tokenOf(portal), { holder, guesser })
      const waits = Object.fromEntries(kinds.map((kind): [Kind, number[]] => [kind, []])) as Record<
        Kind,
        number[]
      >
      const answers = new Map<Kind, Set<string>>(kinds.map((kind) => [kind, new Set()]))
      for (let round = 0; round < samples; round += 1) {
        // Every round finds an account that tried nothing yet, and no worker who was asked.
        await forgetAssociations(portal.ownerUrl)
        for (const kind of shuffled(kinds)) {
          const answer = await guesser(bodyOf(kind, round))
          if (answer.status !== 422) throw new Error(`Associating answered ${answer.status}: ${answer.text}`)
          waits[kind].push(answer.wait)
          answers.get(kind)?.add(told(answer, { fields: ['instance', 'params'] }))
        }
      }
      console.log(
        `Associating took ${kinds.map((kind) => `${median(waits[kind]).toFixed(1)} ms (${kind})`).join(', ')} (medians).`,
      )
      const seen = [...answers.values()]
      const all = new Set(seen.flatMap((each) => [...each]))
      const byTime = kinds
        .filter((kind) => kind !== 'digits')
        .map((kind) =>
          around(
            `association ${kind} or digits, by time (AUC, ${samples} + ${samples})`,
            areaUnderCurve(waits[kind], waits.digits),
            0.5,
            spread,
          ),
        )
      const differing = [...all].filter((answer) => !seen.every((each) => each.has(answer)))
      return [...byTime, never('differences in status, headers or body of associating', differing)]
    } finally {
      client.close()
    }
  },
}

function sender(client: HttpClient, signedIn: Answer): Send {
  const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  return (body) =>
    client.send('POST', '/api/v1/case-links', {
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID() },
      body,
    })
}

/** Feeds what is needed, has the holder associate what is to be taken, and locks a client ID. */
async function prepare(
  client: HttpClient,
  token: string,
  { holder, guesser }: { readonly holder: Send; readonly guesser: Send },
): Promise<(kind: Kind, round: number) => unknown> {
  const fedMembers = async (count: number): Promise<FedMember[]> => {
    const fed = Array.from({ length: count }, () => aFedMember())
    for (const member of fed) {
      const answer = await client.send('PUT', `/api/v1/agency/cases/${aReference('C')}`, {
        headers: { authorization: `Bearer ${token}` },
        body: aFedCase({ members: [member] }),
      })
      if (answer.status !== 201) throw new Error(`A case could not be fed: ${answer.text}`)
    }
    return fed
  }
  const [year, digits, taken, locked] = [
    await fedMembers(members),
    await fedMembers(members),
    await fedMembers(members),
    await fedMembers(1),
  ]
  for (const member of taken) {
    const answer = await holder(tripleOf(member))
    if (answer.status !== 201) throw new Error(`A case could not be associated: ${answer.text}`)
  }
  for (let tries = 0; tries < associationLimits.inDay; tries += 1) await guesser(otherDigits(locked[0]))
  return (kind, round) => {
    const place = round % members
    if (kind === 'unknown') return { ...tripleOf(aFedMember()), clientId: aClientId() }
    if (kind === 'year') return { ...tripleOf(year[place]), birthYear: 1901 }
    if (kind === 'digits') return otherDigits(digits[place])
    return tripleOf(kind === 'taken' ? taken[place] : locked[0])
  }
}

function tripleOf(member: FedMember | undefined) {
  return { clientId: member?.clientId, birthYear: member?.birthYear, ssnLast4: member?.ssnLast4 }
}

function otherDigits(member: FedMember | undefined) {
  return { ...tripleOf(member), ssnLast4: member?.ssnLast4 === '1111' ? '2222' : '1111' }
}
