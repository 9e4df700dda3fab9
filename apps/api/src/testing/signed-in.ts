import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import { aPersonWithAccount } from './account-request.ts'
import { newAddress, post } from './requests.ts'
import type { TestApp } from './test-app.ts'

type Person = CreateAccountRequest & { readonly id: string }

/** A person at a browser in which they are signed in. */
export interface SignedInBrowser {
  readonly cookie: string
  readonly address: string
  /** Sends JSON as our own pages do; of another instance where one is given. */
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
    instance?: TestApp,
  ): Promise<LightMyRequestResponse>
}

const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'

/** Signs a person in, in a browser of its own. Throws when that is refused. */
export async function signInBrowser(
  api: TestApp,
  { userId, password }: Pick<Person, 'userId' | 'password'>,
  address = newAddress(),
): Promise<SignedInBrowser> {
  const from = { 'x-forwarded-for': address, 'user-agent': userAgent }
  const response = await post(api, '/session', { userId, password }, from)
  const found = response.cookies.find(({ name }) => name === '__Host-session')
  if (response.statusCode !== 200 || found === undefined) throw new Error(`no session: ${response.body}`)
  const cookie = `__Host-session=${found.value}`
  return {
    cookie,
    address,
    send: (method, url, body, headers = {}, instance = api) => {
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      const options: InjectOptions = {
        method,
        url: `/api/v1${url}`,
        headers: { cookie, 'sec-fetch-site': 'same-origin', ...from, ...type, ...headers },
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      }
      return instance.app.inject(options)
    },
  }
}

/** A new person who is signed in. */
export async function aSignedInPerson(
  api: TestApp,
): Promise<{ readonly person: Person; readonly browser: SignedInBrowser }> {
  const person = await aPersonWithAccount(api)
  return { person, browser: await signInBrowser(api, person) }
}
