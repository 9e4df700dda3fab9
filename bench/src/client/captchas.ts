import { availableParallelism } from 'node:os'
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import type { HttpClient } from './http-client.ts'

/** The string that goes into `captcha`, made as the public ALTCHA library makes it. */
async function solveOne(client: HttpClient, action: CaptchaAction): Promise<string> {
  const { status, text } = await client.send('GET', `/api/v1/captcha/challenge?action=${action}`)
  if (status !== 200) throw new Error(`No challenge came: ${text}`)
  const challenge = JSON.parse(text) as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  if (solution === null) throw new Error('The challenge has no solution.')
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** Solves so many security checks before anything is measured. They stay good for 20 minutes. */
export async function solveCaptchas(
  client: HttpClient,
  count: number,
  action: CaptchaAction = 'register',
): Promise<string[]> {
  const solved: string[] = []
  let begun = 0
  const solver = async (): Promise<void> => {
    while (begun < count) {
      begun += 1
      solved.push(await solveOne(client, action))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, solver))
  return solved
}
