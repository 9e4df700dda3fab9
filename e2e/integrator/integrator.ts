import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createClient, type ConnectClient } from '@connect/client'
import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { newAddress } from '../portal/address.ts'
import type { PlantedPerson } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'

/** What came back, with the body as its bytes say it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** A program of somebody else: no browser, an address of its own, and nothing but the public API. */
export interface Integrator {
  /** The published client, typed by the OpenAPI document. */
  readonly client: ConnectClient
  /** Sends anything at all, also what the client would not. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Sends it, and where the service is busy sends the same again when it says. */
  sendPatiently(...request: Parameters<Integrator['send']>): Promise<Answer>
  /** The string that goes into `captcha`, made as the public ALTCHA library makes it. */
  solveCaptcha(action: CaptchaAction): Promise<string>
}

/** An integrator who talks to one of the two servers, with a token where one is given. */
export function anIntegrator(
  baseUrl: string = portal().address,
  address: string = newAddress(),
  token?: string,
): Integrator {
  const client = createClient({
    baseUrl,
    ...(token === undefined ? {} : { token }),
    fetch: (request) => {
      request.headers.set('x-forwarded-for', address)
      return fetch(request)
    },
  })
  const integrator: Integrator = {
    client,
    async send(method, path, body, headers = {}) {
      const response = await fetch(`${baseUrl}/api/v1${path}`, {
        method,
        headers: {
          'x-forwarded-for': address,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      return { status: response.status, headers: response.headers, text: await response.text() }
    },
    async sendPatiently(...request) {
      for (;;) {
        const answer = await integrator.send(...request)
        if (answer.status !== 503) return answer
        await delay(1000 * Number(answer.headers.get('retry-after')))
      }
    },
    async solveCaptcha(action) {
      const { data } = await client.GET('/api/v1/captcha/challenge', { params: { query: { action } } })
      return solve(data)
    },
  }
  return integrator
}

async function solve(challenge: unknown): Promise<string> {
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey })
  if (solution === null) throw new Error('The challenge has no solution.')
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** The body of `POST /accounts`, with nothing left out that may be. */
export interface AccountRequest extends PlantedPerson {
  readonly captcha: string
  readonly agreement: { readonly version: string; readonly accepted: boolean }
}

/** A whole request to create an account for a person. */
export async function accountRequest(
  integrator: Integrator,
  person: PlantedPerson,
  captcha?: string,
): Promise<AccountRequest> {
  const { data: agreement } = await integrator.client.GET('/api/v1/agreements/current')
  if (agreement === undefined) throw new Error('There is no agreement in force.')
  return {
    ...person,
    captcha: captcha ?? (await integrator.solveCaptcha('register')),
    agreement: { version: agreement.version, accepted: true },
  }
}

/** A key that nobody has used. */
export function newKey(): Record<'idempotency-key', string> {
  return { 'idempotency-key': randomUUID() }
}

/** The code of a problem document and its issues as `pointer code`. */
export function problemIn({ text }: Answer): { code: string; issues: string[] } {
  const problem = JSON.parse(text) as { code: string; errors?: { pointer: string; code: string }[] }
  return {
    code: problem.code,
    issues: (problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`),
  }
}
