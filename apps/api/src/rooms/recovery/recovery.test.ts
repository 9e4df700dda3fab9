import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import { aUserId } from '@connect/prisma/testing/factories/person'
import { ageRecovery } from '@connect/prisma/testing/factories/recovery'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { aPersonWithAccount } from '../../testing/account-request.ts'
import { answersTo, begin, begun, browserCookieOf, submit, type Begun } from '../../testing/recovery.ts'
import { newAddress, post, solveCaptcha } from '../../testing/requests.ts'
import { startTestBed } from '../../testing/test-bed.ts'

const { api, second, stop } = await startTestBed()
afterAll(stop)

const idsOf = (recovery: Pick<Begun, 'questions'>) => recovery.questions.map(({ questionId }) => questionId)

/** All that an answer tells, but for what is its own by right. */
function told(answer: LightMyRequestResponse) {
  const { date, 'x-request-id': requestId, ratelimit, 'set-cookie': cookie, ...headers } = answer.headers
  const body = answer.json<Record<string, unknown>>()
  const own = { instance: '', id: '', expiresAt: '', questions: '' }
  return {
    status: answer.statusCode,
    headers,
    cookie: String(cookie).replace(/=[\w-]{43};/, '='),
    body: {
      ...body,
      ...Object.fromEntries(
        Object.keys(own)
          .filter((key) => key in body)
          .map((key) => [key, '']),
      ),
    },
    has: [typeof date, typeof requestId, typeof ratelimit],
  }
}

describe('beginning a recovery', () => {
  it('asks the account’s own questions in their order and gives the browser a cookie', async () => {
    const person = await aPersonWithAccount(api)
    const response = await begin(api, person.userId.toUpperCase())
    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      questions: person.secretQuestions.map(({ questionId }) => ({ questionId })),
      expiresAt: expect.stringMatching(/Z$/) as string,
    })
    expect([response.headers['set-cookie']].flat()).toEqual([
      expect.stringMatching(/^__Host-recovery=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ])
  })

  it('asks the same five of a user ID that nobody has, however it is written, on every instance', async () => {
    const userId = aUserId()
    const first = idsOf(await begun(api, userId))
    expect(new Set(first).size).toBe(5)
    expect(secretQuestions.map(({ id }) => id)).toEqual(expect.arrayContaining(first))
    expect(idsOf(await begun(second, userId))).toEqual(first)
    expect(idsOf(await begun(api, userId.toUpperCase()))).toEqual(first)
  })

  it('asks of a user ID that nobody has what people choose, once there are some', async () => {
    const people = await Promise.all([
      aPersonWithAccount(api),
      aPersonWithAccount(api),
      aPersonWithAccount(api),
    ])
    const chosen = people.map(({ secretQuestions: own }) => own.map(({ questionId }) => questionId))
    expect(new Set(chosen.map(String)).size).toBe(1)
    expect(idsOf(await begun(api, aUserId()))).toEqual(chosen[0])
  })

  it('tells nothing of whether there is such a user ID', async () => {
    const person = await aPersonWithAccount(api)
    const [known, unknown] = [await begin(api, person.userId), await begin(api, aUserId())].map(told)
    // The names of the questions are longer or shorter.
    for (const answer of [known, unknown]) delete answer?.headers['content-length']
    expect(unknown).toEqual(known)
  })

  it('keeps the cookie of a browser that has one, so that two tabs do not end each other’s', async () => {
    const person = await aPersonWithAccount(api)
    const first = await begun(api, person.userId)
    const response = await begin(api, aUserId(), { cookie: first.cookie })
    expect(browserCookieOf(response)).toBe(first.cookie)
    expect((await submit(api, first, answersTo(first, person))).statusCode).toBe(200)
  })

  it('takes a security check made for it, and each once', async () => {
    const other = await post(api, '/recoveries', {
      userId: aUserId(),
      captcha: await solveCaptcha(api, 'sign-in'),
    })
    expect(other.json()).toMatchObject({ errors: [{ pointer: '/captcha', code: 'captcha.other_action' }] })
    const captcha = await solveCaptcha(api, 'recover')
    expect((await post(api, '/recoveries', { userId: aUserId(), captcha })).statusCode).toBe(201)
    const again = await post(api, '/recoveries', { userId: aUserId(), captcha })
    expect(again.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/captcha', code: 'captcha.spent' }],
    })
  })

  it.each([
    ['no user ID', { userId: undefined }, '/userId'],
    ['an empty user ID', { userId: '' }, '/userId'],
    ['an operator object', { userId: { startsWith: '' } }, '/userId'],
    ['10,000 characters', { userId: 'a'.repeat(10_000) }, '/userId'],
    ['no security check', { captcha: undefined }, '/captcha'],
    ['an unknown field', { email: 'a@example.org' }, '/email'],
  ])('refuses %s', async (_what, changes, pointer) => {
    const response = await post(api, '/recoveries', {
      userId: 'blueheron42',
      captcha: 'bm9uZQ==',
      ...changes,
    })
    expect(response.statusCode).toBe(422)
    expect(response.json<{ errors: unknown[] }>().errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  it('holds an address to twenty a minute', async () => {
    const from = { 'x-forwarded-for': newAddress() }
    const statuses = new Set<number>()
    // Two windows' worth and one more: they cannot all fall into windows that allow them.
    for (let count = 0; count < 41; count += 1)
      statuses.add((await post(api, '/recoveries', { userId: 'blueheron42' }, from)).statusCode)
    expect(statuses).toEqual(new Set([422, 429]))
  })
})

describe('answering', () => {
  let person: CreateAccountRequest
  let recovery: Begun
  const renew = async () => {
    person = await aPersonWithAccount(api)
    recovery = await begun(api, person.userId)
  }

  it('takes four right answers of five, whichever one is wrong', async () => {
    await renew()
    for (let wrong = 0; wrong < 5; wrong += 1) {
      const answers = answersTo(recovery, person).with(wrong, {
        questionId: idsOf(recovery)[wrong] ?? '',
        answer: 'Something else',
      })
      const response = await submit(api, recovery, answers)
      expect(response.statusCode).toBe(200)
      expect(response.json()).toEqual({
        resetToken: expect.stringMatching(/^[\w-]{43}$/) as string,
        expiresAt: expect.stringMatching(/Z$/) as string,
      })
    }
  })

  it('takes them in any order, and forgives case, accents, spaces and punctuation', async () => {
    await renew()
    const answers = answersTo(recovery, person).map(({ questionId, answer }) => ({
      questionId,
      answer: ` ${answer.toUpperCase().replaceAll('A', 'Á').replace(' ', ' - ')}. `,
    }))
    expect((await submit(api, recovery, answers.toReversed())).statusCode).toBe(200)
  })

  it.each([2, 3, 4, 5])('refuses %i wrong ones without saying which', async (wrong) => {
    await renew()
    const response = await submit(api, recovery, answersTo(recovery, person, wrong))
    expect(response.statusCode).toBe(401)
    const { instance, ...body } = response.json<Record<string, unknown>>()
    expect([body, typeof instance]).toEqual([
      {
        type: '/problems/recovery.answers_rejected',
        title: 'The answers do not match',
        status: 401,
        code: 'recovery.answers_rejected',
      },
      'string',
    ])
  })

  it('refuses right answers to each other’s questions', async () => {
    await renew()
    const ids = idsOf(recovery)
    const moved = answersTo(recovery, person).map(({ answer }, index) => ({
      questionId: ids[(index + 1) % 5],
      answer,
    }))
    expect((await submit(api, recovery, moved)).statusCode).toBe(401)
  })

  it('tells nothing of whether there is such a user ID, and compares as much', async () => {
    await renew()
    const nobody = await begun(api, aUserId())
    const hashes = () => api.deps.hashingMetrics().hashes.answer
    const before = hashes()
    const known = told(await submit(api, recovery, answersTo(recovery, person, 5)))
    const between = hashes()
    expect(told(await submit(api, nobody, answersTo(nobody, null)))).toEqual(known)
    expect([between - before, hashes() - between]).toEqual([5, 5])
  })

  const cases: readonly [
    string,
    (answers: { questionId: string; answer: string }[]) => unknown,
    string,
    string,
  ][] = [
    ['no list', () => undefined, '/answers', 'field.required'],
    ['four answers', (answers) => answers.slice(1), '/answers', 'secret_question.count'],
    ['six answers', (answers) => [...answers, ...answers.slice(4)], '/answers', 'secret_question.count'],
    [
      'one question twice',
      (answers) => answers.with(1, answers[0] ?? { questionId: '', answer: '' }),
      '/answers/1/questionId',
      'secret_question.repeated',
    ],
    [
      'a question that was not asked',
      (answers) => answers.with(2, { questionId: 'learned-by-heart', answer: 'x' }),
      '/answers/2/questionId',
      'secret_question.unknown',
    ],
    [
      'an empty answer',
      (answers) => answers.with(3, { questionId: answers[3]?.questionId ?? '', answer: '  ' }),
      '/answers/3/answer',
      'secret_answer.required',
    ],
    [
      '10,000 characters',
      (answers) => answers.with(4, { questionId: answers[4]?.questionId ?? '', answer: 'a'.repeat(10_000) }),
      '/answers/4/answer',
      'secret_answer.too_long',
    ],
    [
      'an answer that is no text',
      (answers) => answers.with(0, { questionId: answers[0]?.questionId ?? '', answer: 5 as never }),
      '/answers/0/answer',
      'field.wrong_type',
    ],
  ]
  it.each(cases)('names what is wrong with %s, and counts nothing', async (_what, change, pointer, code) => {
    await renew()
    for (let count = 0; count < 6; count += 1) {
      const response = await submit(api, recovery, change(answersTo(recovery, person)))
      expect(response.statusCode).toBe(422)
      expect(response.json<{ errors: unknown[] }>().errors).toContainEqual(
        expect.objectContaining({ pointer, code }),
      )
    }
    expect((await submit(api, recovery, answersTo(recovery, person))).statusCode).toBe(200)
  })

  it('is not found from another browser, without a cookie, or after half an hour', async () => {
    await renew()
    const other = await begun(api, aUserId())
    const answers = answersTo(recovery, person)
    expect((await submit(api, recovery, answers, other.cookie)).statusCode).toBe(404)
    expect((await submit(api, recovery, answers, 'a=b')).statusCode).toBe(404)
    expect((await submit(api, { ...recovery, id: other.id }, answers)).statusCode).toBe(404)
    await ageRecovery(api.database.ownerUrl, recovery.id, { minutes: 29 })
    expect((await submit(api, recovery, answers)).statusCode).toBe(200)
    await ageRecovery(api.database.ownerUrl, recovery.id, { minutes: 31 })
    expect((await submit(api, recovery, answers)).json()).toMatchObject({ code: 'resource.not_found' })
  })
})
