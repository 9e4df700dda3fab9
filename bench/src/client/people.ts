import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { currentAgreement } from '@connect/contract/credentials/agreement'
import { aPerson, type Person } from '@connect/prisma/testing/factories/person'
import { solveCaptchas } from './captchas.ts'
import { nextAddress, type Answer, type HttpClient } from './http-client.ts'

export type Credentials = Pick<Person, 'userId' | 'password'>

/** One request to create an account, with the key and the address that it keeps when it is sent again. */
export interface AccountOrder {
  readonly person: Person
  readonly captcha: string
  readonly key: string
  readonly address: string
}

export function anAccountOrder(captcha: string): AccountOrder {
  return { person: aPerson(), captcha, key: randomUUID(), address: nextAddress() }
}

export function createAccount(
  client: HttpClient,
  { person, captcha, key, address }: AccountOrder,
): Promise<Answer> {
  return client.send('POST', '/api/v1/accounts', {
    headers: { 'idempotency-key': key, 'x-forwarded-for': address },
    body: { ...person, captcha, agreement: { version: currentAgreement.version, accepted: true } },
  })
}

/** Signs in; with a security check where one is given. */
export function signIn(
  client: HttpClient,
  { userId, password }: Credentials,
  captcha?: string,
): Promise<Answer> {
  const body = { userId, password, ...(captcha === undefined ? {} : { captcha }) }
  return client.send('POST', '/api/v1/session', { body })
}

/** How often a server that is busy for other reasons is asked again. */
const attempts = 5

/** People who have an account already. Throws when one cannot be created. */
export async function someAccounts(client: HttpClient, count: number): Promise<Person[]> {
  const people: Person[] = []
  for (const captcha of await solveCaptchas(client, count)) {
    const order = anAccountOrder(captcha)
    let answer = await createAccount(client, order)
    for (let attempt = 1; answer.status === 503 && attempt < attempts; attempt += 1) {
      await delay(Number(answer.headers['retry-after'] ?? 1) * 1000)
      answer = await createAccount(client, order)
    }
    if (answer.status !== 201) throw new Error(`An account could not be created: ${answer.text}`)
    people.push(order.person)
  }
  return people
}
