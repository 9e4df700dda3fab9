import { solveCaptchas } from '../client/captchas.ts'
import { nextAddress, type Answer, type HttpClient } from '../client/http-client.ts'
import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import type { Owner } from './operation.ts'
import { patiently } from './patiently.ts'
import type { Stand } from './stand.ts'

/** A browser with its cookies. */
export interface Browser {
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
}

/** The cookie of this name that an answer sets, as a browser sends it back. */
export function cookieOf(answer: Answer, name: string): string {
  const found = answer.headers['set-cookie']?.find((cookie) => cookie.startsWith(`${name}=`))
  if (found === undefined) throw new Error(`No ${name} came: ${answer.status} ${answer.text}`)
  return found.split(';', 1)[0] ?? ''
}

export function browserWith(stand: Stand, cookie: string): Browser {
  const address = nextAddress()
  return {
    send: (method, path, body, headers) =>
      stand.send(method, path, {
        ...(body === undefined ? {} : { body }),
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address, ...headers },
      }),
  }
}

/** Signs in, in a browser of its own. Throws where that is refused. */
export async function signedIn(
  stand: Stand,
  { userId, password }: Pick<Owner, 'userId' | 'password'>,
): Promise<Browser> {
  const answer = await patiently(() => stand.send('POST', '/session', { body: { userId, password } }))
  return browserWith(stand, cookieOf(answer, '__Host-session'))
}

/** The stand as those see it who bring their requests themselves. */
export function clientOf(stand: Stand): HttpClient {
  return {
    send: (method, path, options) =>
      patiently(() => stand.send(method, path.replace('/api/v1', ''), options)),
    close: () => undefined,
  }
}

/** A security check, just solved. */
export async function aCaptcha(stand: Stand, action: CaptchaAction): Promise<string> {
  const [captcha = ''] = await solveCaptchas(clientOf(stand), 1, action)
  return captcha
}
