import { foldUserId } from '@connect/contract/credentials/user-id'
import { aUserId } from '@connect/prisma/testing/factories/person'
import { ageSignInAttempts, setSignInAttempts } from '@connect/prisma/testing/factories/sign-in'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { quickCaptcha, quickCaptchas } from '../../testing/quick-captcha.ts'
import { post } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, database, stop } = await startTestBed()
afterAll(stop)

interface Guess {
  readonly userId: string
  readonly password?: string
  readonly captcha?: string
}

const guess = (
  { userId, password = 'Wrong#Pass7', captcha }: Guess,
  { instance = api, headers = {} }: { instance?: TestApp; headers?: Record<string, string> } = {},
) => post(instance, '/session', { userId, password, ...(captcha === undefined ? {} : { captcha }) }, headers)

/** Guesses with a security check of its own. */
const checkedGuess = async (it: Guess): Promise<LightMyRequestResponse> =>
  guess({ ...it, captcha: await quickCaptcha(api, 'sign-in') })

/** So many wrong passwords, one after the other; none of them in a pause. */
async function fail(userId: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    if (time >= 5) await age(userId, 15)
    expect((await checkedGuess({ userId })).json()).toMatchObject({ code: 'session.invalid_credentials' })
  }
}

const subjectOf = (userId: string) => api.deps.lookup('user-id', foldUserId(userId))

const age = (userId: string, minutes: number) =>
  ageSignInAttempts(api.database.ownerUrl, { minutes, subject: subjectOf(userId) })

async function attemptsOf(userId: string): Promise<number | undefined> {
  const { rows } = await database.query<{ attempts: number }>(
    'SELECT attempts FROM sign_in_counter WHERE subject = $1',
    [Buffer.from(subjectOf(userId))],
  )
  return rows[0]?.attempts
}

/** How many guesses at an account were compared with its password, right ones among them, and how many were not. */
async function judged(accountId: string): Promise<{ compared: number; not: number }> {
  const { rows } = await database.query<{ compared: boolean; count: number }>(
    `SELECT coalesce((details->>'compared')::boolean, true) AS compared, count(*)::int FROM audit_event
      WHERE subject_id = $1 AND event IN ('session.started', 'session.refused') GROUP BY 1`,
    [accountId],
  )
  const countOf = (compared: boolean) => rows.find((row) => row.compared === compared)?.count ?? 0
  return { compared: countOf(true), not: countOf(false) }
}

/** All that an answer tells, but for what differs between any two. */
function told(answer: LightMyRequestResponse) {
  const { instance, ...body } = answer.json<{ instance: string }>()
  const { date, 'x-request-id': requestId, ...headers } = answer.headers
  expect([instance, date]).toEqual([requestId, expect.any(String)])
  return { status: answer.statusCode, body, headers }
}

describe('the security check of signing in', () => {
  it.each(['known', 'unknown'])('is due after three failures for an %s user ID', async (which) => {
    const userId = which === 'known' ? (await aPersonWithAccount(api)).userId : aUserId()
    for (let time = 0; time < 3; time += 1) expect((await guess({ userId })).statusCode).toBe(401)
    const hashed = api.deps.hashingMetrics().hashes.password
    const refused = await guess({ userId })
    expect([refused.statusCode, refused.json()]).toMatchObject([422, { code: 'captcha.required' }])
    expect(api.deps.hashingMetrics().hashes.password).toBe(hashed)
    expect(await attemptsOf(userId)).toBe(3)
    expect((await checkedGuess({ userId })).statusCode).toBe(401)
  })

  it('is asked of the right password as well, and then let in', async () => {
    const { userId, password } = await aPersonWithAccount(api)
    for (let time = 0; time < 3; time += 1) await guess({ userId })
    expect((await guess({ userId, password })).json()).toMatchObject({ code: 'captcha.required' })
    expect((await checkedGuess({ userId, password })).statusCode).toBe(200)
  })

  it('is good for one guess, also where the guess was not compared', async () => {
    const userId = aUserId()
    const captcha = await quickCaptcha(api, 'sign-in')
    expect((await guess({ userId, captcha })).statusCode).toBe(401)
    expect((await guess({ userId, captcha })).json()).toMatchObject({ errors: [{ code: 'captcha.spent' }] })
    await fail(userId, 4)
    const inPause = await quickCaptcha(api, 'sign-in')
    expect((await guess({ userId, captcha: inPause })).statusCode).toBe(401)
    expect((await guess({ userId, captcha: inPause })).json()).toMatchObject({
      errors: [{ code: 'captcha.spent' }],
    })
  })

  it('has to be one for signing in', async () => {
    const captcha = await quickCaptcha(api, 'register')
    expect((await guess({ userId: aUserId(), captcha })).json()).toMatchObject({
      errors: [{ pointer: '/captcha', code: 'captcha.other_action' }],
    })
  })
})

describe('failures in a row', () => {
  it('lead to pauses of 1, 2, 4, 8, 15 and 15 minutes, in which the right password is refused too', async () => {
    const person = await aPersonWithAccount(api)
    await fail(person.userId, 5)
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      await age(person.userId, minutes - 0.5)
      expect((await checkedGuess(person)).statusCode, `within ${minutes}`).toBe(401)
      const before = await attemptsOf(person.userId)
      await age(person.userId, 0.6)
      expect((await checkedGuess({ userId: person.userId })).statusCode).toBe(401)
      expect(await attemptsOf(person.userId), `after ${minutes}`).toBe((before ?? 0) + 1)
    }
    await age(person.userId, 15)
    const { userId, password } = person
    expect((await checkedGuess({ userId, password })).statusCode).toBe(200)
  })

  it('lead to a hard stop at fifty, which no time ends', async () => {
    const { userId, password } = await aPersonWithAccount(api)
    await fail(userId, 1)
    await setSignInAttempts(api.database.ownerUrl, { attempts: 49, subject: subjectOf(userId) })
    expect((await checkedGuess({ userId })).statusCode).toBe(401)
    expect(await attemptsOf(userId)).toBe(50)
    await age(userId, 60 * 24 * 30)
    expect((await checkedGuess({ userId, password })).statusCode).toBe(401)
    expect(await attemptsOf(userId)).toBe(50)
    await api.deps.commit((tx) => api.deps.session.clearCounters(tx, foldUserId(userId)))
    expect((await guess({ userId, password })).statusCode).toBe(200)
  })

  it('that meet a pause or the stop are counted by the minute, as refusals without a name', async () => {
    const { userId, password } = await aPersonWithAccount(api)
    const refusals = async () => {
      const { rows } = await database.query<{ count: number }>(
        `SELECT coalesce(sum(count), 0)::int AS count FROM refusal_count WHERE "limit" = 'sign-in'`,
      )
      return rows[0]?.count ?? 0
    }
    await fail(userId, 5)
    const before = await refusals()
    await checkedGuess({ userId, password })
    await expect.poll(refusals).toBe(before + 1)
  })

  it('are forgotten with a right password', async () => {
    const { userId, password } = await aPersonWithAccount(api)
    for (let round = 0; round < 3; round += 1) {
      await fail(userId, 4)
      expect((await checkedGuess({ userId, password })).statusCode).toBe(200)
      // Nor is a security check due.
      expect((await guess({ userId, password })).statusCode).toBe(200)
    }
  })

  it('are counted whatever the case of the user ID, and by both instances together', async () => {
    const { userId, password } = await aPersonWithAccount(api)
    const captchas = await quickCaptchas(api, 'sign-in', 5)
    for (const [index, captcha] of captchas.entries()) {
      const spelled = index % 2 === 0 ? userId.toUpperCase() : userId
      await guess({ userId: spelled, captcha }, { instance: index % 2 === 0 ? api : second })
    }
    for (const instance of [api, second]) {
      const captcha = await quickCaptcha(api, 'sign-in')
      expect((await guess({ userId, password, captcha }, { instance })).statusCode).toBe(401)
    }
    expect(await attemptsOf(userId)).toBe(5)
  })

  it('are counted wherever they come from: a header alone is no other address', async () => {
    const alone = await startTestApp({ beside: api, settings: { TRUSTED_PROXIES: '' } })
    const answers: number[] = []
    for (let time = 0; time < 61; time += 1) {
      const response = await guess({ userId: aUserId() }, { instance: alone })
      answers.push(response.statusCode)
    }
    await alone.stop()
    // Sixty and one in no more than three of the minutes in which they are counted.
    expect(answers).toContain(429)
  })
})

describe('200 guesses at once over two instances', () => {
  /**
   * Sends them together, half to each instance. What the service had no time for is sent again one by one: it is counted
   * unless it was refused before, and then its security check is still good.
   */
  async function burst(guesses: readonly Guess[], { again = false } = {}): Promise<number[]> {
    const captchas = await quickCaptchas(api, 'sign-in', guesses.length)
    const send = async (it: Guess, index: number): Promise<number> => {
      const instance = index % 2 === 0 ? api : second
      return (await guess({ ...it, captcha: captchas[index] ?? '' }, { instance })).statusCode
    }
    const statuses = await Promise.all(guesses.map(send))
    for (const [index, it] of guesses.entries())
      while (again && statuses[index] === 503) statuses[index] = await send(it, index)
    return statuses
  }

  async function sessionsOf(accountId: string): Promise<number> {
    const { rows } = await database.query('SELECT 1 FROM session WHERE account_id = $1', [accountId])
    return rows.length
  }

  it('are compared exactly five times', async () => {
    const { id, userId } = await aPersonWithAccount(api)
    const statuses = await burst(Array<Guess>(200).fill({ userId }), { again: true })
    expect(statuses.filter((status) => status === 200)).toEqual([])
    await expect.poll(() => judged(id)).toEqual({ compared: 5, not: 195 })
    expect(await attemptsOf(userId)).toBe(5)
  }, 60_000)

  it('are let in exactly five times when all are right', async () => {
    const { id, userId, password } = await aPersonWithAccount(api)
    const statuses = await burst(Array<Guess>(200).fill({ userId, password }))
    await expect.poll(() => sessionsOf(id)).toBe(5)
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(5)
    expect((await judged(id)).compared).toBe(5)
  }, 60_000)

  it('are compared exactly five times when one of the first is right', async () => {
    const { id, userId, password } = await aPersonWithAccount(api)
    const guesses = Array.from({ length: 200 }, (_, index): Guess =>
      index === 2 ? { userId, password } : { userId },
    )
    await burst(guesses)
    await expect.poll(async () => (await judged(id)).compared).toBe(5)
    expect(await attemptsOf(userId)).toBe(5)
  }, 60_000)
})

describe('an unknown user ID, a wrong password and a pause', () => {
  it('cannot be told apart, with a security check and without', async () => {
    const known = await aPersonWithAccount(api)
    const paused = await aPersonWithAccount(api)
    await fail(paused.userId, 5)
    const answers = [
      await checkedGuess({ userId: known.userId }),
      await checkedGuess({ userId: aUserId() }),
      await checkedGuess(paused),
      await guess({ userId: known.userId }),
      await guess({ userId: aUserId() }),
    ].map(told)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'session.invalid_credentials' } })
  })

  it('cost one hash each', async () => {
    const known = await aPersonWithAccount(api)
    const paused = await aPersonWithAccount(api)
    await fail(paused.userId, 5)
    for (const it of [{ userId: known.userId }, { userId: aUserId() }, paused]) {
      const before = api.deps.hashingMetrics().hashes.password
      await checkedGuess(it)
      expect(api.deps.hashingMetrics().hashes.password - before).toBe(1)
    }
  })

  it('leave the same row of the audit trail, but for whose account it was', async () => {
    const known = await aPersonWithAccount(api)
    const newest = async () => {
      const { rows } = await database.query<Record<string, unknown>>(
        `SELECT event, outcome, actor_kind, details - 'network' AS details FROM audit_event
          WHERE event = 'session.refused' ORDER BY occurred_at DESC LIMIT 1`,
      )
      return rows[0]
    }
    await guess({ userId: aUserId() })
    const unknown = await newest()
    await guess({ userId: known.userId })
    expect(await newest()).toEqual(unknown)
    expect(unknown).toMatchObject({ details: { compared: true, device: 'other.other' } })
  })
})
