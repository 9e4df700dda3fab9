import type { CaptchaAction } from '@connect/contract/rooms/captcha'
import { solveChallenge, type Challenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { createAltchaCaptcha } from '../adapters/captcha/altcha.ts'
import { keysOf } from '../kernel/key-ring.ts'
import { readKeysFile } from '../kernel/keys-file.ts'
import type { TestApp } from './test-app.ts'

/** Next to no work: what a check costs is tried where checks are. */
const work = { cost: 1, counterFrom: 0, counterTo: 1 }

/** Solved security checks in a moment, signed with the keys of the app and judged by it like any other. */
export async function quickCaptchas(
  { deps }: TestApp,
  action: CaptchaAction,
  count: number,
): Promise<string[]> {
  const entries = await readKeysFile(deps.config.keysFile)
  if (entries === null) throw new Error('the app has no keys')
  const provider = createAltchaCaptcha({ keys: keysOf(entries), work })
  const solve = async (): Promise<string> => {
    const challenge = (await provider.challenge(action)) as unknown as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    if (solution === null) throw new Error('the challenge has no solution')
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  }
  return Promise.all(Array.from({ length: count }, solve))
}

/** One of them. */
export async function quickCaptcha(api: TestApp, action: CaptchaAction): Promise<string> {
  const [captcha = ''] = await quickCaptchas(api, action, 1)
  return captcha
}
