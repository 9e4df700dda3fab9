import { randomUUID } from 'node:crypto'
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import type { InjectOptions } from 'fastify'
import type { TestApp } from './test-app.ts'

let lastAddress = 0

/** An address of its own for each actor, told by the proxy that tests trust. */
export function newAddress(): string {
  lastAddress += 1
  return `198.18.${String(lastAddress >> 8)}.${String(lastAddress & 255)}`
}

/** Sends JSON as a stranger would. */
export function post({ app }: TestApp, url: string, payload: unknown, headers: Record<string, string> = {}) {
  const options: InjectOptions = {
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newAddress(), ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  }
  return app.inject(options)
}

/** A key nobody has used. */
export function newKey(): { readonly 'idempotency-key': string } {
  return { 'idempotency-key': randomUUID() }
}

/** Solves a security check as the public client library does. */
export async function solveCaptcha({ app }: TestApp, action: CaptchaAction): Promise<string> {
  const response = await app.inject({
    url: `/api/v1/captcha/challenge?action=${action}`,
    headers: { 'x-forwarded-for': newAddress() },
  })
  const challenge = response.json<Challenge>()
  const solution = await solveChallenge({ challenge, deriveKey })
  if (solution === null) throw new Error('the challenge has no solution')
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}
