import { expect, it } from 'vitest'
import { unreachable, type Answer } from './api.ts'
import { createKeyedSend } from './keyed-send.ts'

const refused = (status: number, code: string) => ({
  refusal: { status, code, retryAfterSeconds: undefined },
})

/** Sends these bodies one after the other, and tells under which keys. */
async function keysOf(bodies: readonly string[], answers: readonly Answer<string>[]) {
  const keys: string[] = []
  let count = 0
  const send = createKeyedSend<{ text: string }, string>({
    post: async (_body, key) => {
      keys.push(key)
      return answers[keys.length - 1] ?? { data: 'done' }
    },
    newKey: () => `key-${(count += 1)}`,
  })
  for (const text of bodies) await send({ text })
  return keys
}

it.each([
  ['nothing came back', { refusal: unreachable }],
  ['the service had a fault', refused(503, 'server.busy')],
  ['the first try is still running', refused(409, 'idempotency.in_progress')],
])('goes out again under the same key where %s', async (_why, answer) => {
  expect(await keysOf(['same', 'same'], [answer])).toEqual(['key-1', 'key-1'])
})

it.each([
  ['the session had ended meanwhile', refused(401, 'session.required')],
  ['there were too many tries', refused(429, 'rate.limited')],
])('keeps the key of a try without an answer where %s, and that alone', async (_why, answer) => {
  const same = ['same', 'same', 'same']
  expect(await keysOf(same, [{ refusal: unreachable }, answer])).toEqual(['key-1', 'key-1', 'key-1'])
  expect(await keysOf(same, [answer])).toEqual(['key-1', 'key-2', 'key-3'])
})

it('repeats the very same request, whatever differs beside its content', async () => {
  const sent: string[] = []
  const send = createKeyedSend<{ text: string; captcha: string }, string>({
    contentOf: ({ text }) => text,
    post: async ({ captcha }, key) => {
      sent.push(`${captcha} under ${key}`)
      return { refusal: unreachable }
    },
    newKey: () => 'key-1',
  })
  for (const captcha of ['solution 1', 'solution 2']) await send({ text: 'same', captcha })
  expect(sent).toEqual(['solution 1 under key-1', 'solution 1 under key-1'])
})

it('is another request once it is known what became of the first, or with other words', async () => {
  expect(await keysOf(['same', 'same'], [])).toEqual(['key-1', 'key-2'])
  expect(await keysOf(['same', 'same'], [refused(422, 'request.invalid')])).toEqual(['key-1', 'key-2'])
  expect(await keysOf(['same', 'other'], [{ refusal: unreachable }])).toEqual(['key-1', 'key-2'])
})
