import { expect, it } from 'vitest'
import { unreachable, type Answer } from '../../lib/api.ts'
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
  ['the session had ended meanwhile', refused(401, 'session.required')],
])('goes out again under the same key where %s', async (_why, answer) => {
  expect(await keysOf(['same', 'same'], [answer])).toEqual(['key-1', 'key-1'])
})

it('is another request once it is known what became of the first, or with other words', async () => {
  expect(await keysOf(['same', 'same'], [])).toEqual(['key-1', 'key-2'])
  expect(await keysOf(['same', 'same'], [refused(422, 'request.invalid')])).toEqual(['key-1', 'key-2'])
  expect(await keysOf(['same', 'other'], [{ refusal: unreachable }])).toEqual(['key-1', 'key-2'])
})
