import { problems } from '@connect/contract/problems'
import type { CreateAccountRequest } from '@connect/contract/rooms/account'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAccountRequest, aPersonWithAccount } from '../../testing/account-request.ts'
import { newKey, post, solveCaptcha } from '../../testing/requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let api: TestApp
let database: pg.Client
beforeAll(async () => {
  api = await startTestApp()
  database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await api.stop()
})

interface ProblemBody {
  code: string
  errors?: { pointer: string; code: string; params?: Record<string, unknown> }[]
}

async function create(request: unknown, headers = newKey()) {
  return post(api, '/accounts', request, headers)
}

async function accountCount(): Promise<number> {
  const { rows } = await database.query<{ count: number }>('SELECT count(*)::int AS count FROM account')
  return rows[0]?.count ?? 0
}

describe('creating an account', () => {
  it('answers what was stored and signs nobody in', async () => {
    const request = await anAccountRequest(api)
    const response = await create(request)
    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/) as string,
      userId: request.userId,
      firstName: request.firstName,
      lastName: request.lastName,
      email: request.email ?? null,
      createdAt: expect.stringMatching(/Z$/) as string,
    })
    expect(response.headers['set-cookie']).toBeUndefined()
  })

  it('stores questions, joint answers, and the acceptance with version, language and time', async () => {
    const { id } = await aPersonWithAccount(api)
    const count = async (table: string) =>
      (
        await database.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM ${table} WHERE account_id = $1`,
          [id],
        )
      ).rows[0]?.count
    expect(await count('secret_question')).toBe(5)
    expect(await count('secret_answer_hash')).toBe(5)
    const { rows } = await database.query(
      'SELECT version, locale, accepted_at FROM agreement_acceptance WHERE account_id = $1',
      [id],
    )
    expect(rows).toEqual([
      { version: expect.any(String) as string, locale: 'en', accepted_at: expect.any(Date) as Date },
    ])
  })

  it.each([
    ['a name of one letter', { firstName: 'Ñ' }],
    ['a name of a hundred letters', { lastName: 'Q'.repeat(100) }],
    ['apostrophes and hyphens', { lastName: 'O’Brien-D’Angelo' }],
    ['a name that is not written in Latin letters', { firstName: '王', lastName: '小明' }],
    ['no e-mail', { email: undefined }],
  ])('takes %s', async (_what, changes) => {
    const { email, ...request } = await anAccountRequest(api)
    const whole = { ...request, email, ...changes }
    expect((await create(whole)).statusCode).toBe(201)
  })
})

const five = (request: CreateAccountRequest) => request.secretQuestions

describe('a request that breaks a rule', () => {
  const cases: readonly [string, (request: CreateAccountRequest) => object, string, string][] = [
    ['a user ID of 4 characters', () => ({ userId: 'ab12' }), '/userId', 'user_id.too_short'],
    ['a user ID of 16 characters', () => ({ userId: 'abcdefgh12345678' }), '/userId', 'user_id.too_long'],
    ['a user ID with a space', () => ({ userId: 'blue bird' }), '/userId', 'user_id.characters'],
    ['full-width letters', () => ({ userId: 'ｂｌｕｅｂｉｒｄ' }), '/userId', 'user_id.characters'],
    ['a dotless i', () => ({ userId: 'blueb\u0131rd' }), '/userId', 'user_id.characters'],
    ['a zero-width character', () => ({ userId: 'blue\u200bbird' }), '/userId', 'user_id.characters'],
    ['a NUL', () => ({ userId: 'blue\0bird' }), '/userId', 'text.characters'],
    [
      'a part of a name without its accent',
      () => ({ firstName: 'José', userId: 'xJOSE99' }),
      '/userId',
      'user_id.contains_name',
    ],
    ['a password of 8 characters', () => ({ password: 'Qv7#mpLz' }), '/password', 'password.too_short'],
    [
      'a password of 16 characters',
      () => ({ password: 'Qv7#mpLzQv7#mpLz' }),
      '/password',
      'password.too_long',
    ],
    ['a password without a digit', () => ({ password: 'Qvx#mpLzw' }), '/password', 'password.needs_digit'],
    ['a password with a space', () => ({ password: 'Qv7# mpLz' }), '/password', 'password.no_spaces'],
    ['a password with an accent', () => ({ password: 'Qv7#mpLzé' }), '/password', 'password.characters'],
    [
      'a well-known password in disguise',
      () => ({ password: 'P@ssw0rd!1' }),
      '/password',
      'password.well_known',
    ],
    [
      'the user ID inside the password',
      ({ userId }) => ({ userId: userId.slice(0, 8), password: `A1#${userId.slice(0, 8)}b` }),
      '/password',
      'password.contains_user_id',
    ],
    [
      'four questions',
      (request) => ({ secretQuestions: five(request).slice(1) }),
      '/secretQuestions',
      'secret_question.count',
    ],
    [
      'one question twice',
      (request) => ({ secretQuestions: [five(request)[1], ...five(request).slice(1)] }),
      '/secretQuestions/1/questionId',
      'secret_question.repeated',
    ],
    [
      'an unknown question',
      (request) => ({ secretQuestions: five(request).with(0, { questionId: 'nope', answer: 'whatever' }) }),
      '/secretQuestions/0/questionId',
      'secret_question.unknown',
    ],
    [
      'equal answers',
      (request) => ({
        secretQuestions: five(request).map(({ questionId }) => ({ questionId, answer: 'Paper boats' })),
      }),
      '/secretQuestions/4/answer',
      'secret_answer.repeated',
    ],
    ['an agreement that is absent', () => ({ agreement: undefined }), '/agreement', 'field.required'],
    [
      'an agreement not accepted',
      ({ agreement }) => ({ agreement: { ...agreement, accepted: false } }),
      '/agreement/accepted',
      'agreement.not_accepted',
    ],
    [
      'an agreement of an old version',
      () => ({ agreement: { version: '2001-01-01', accepted: true } }),
      '/agreement/version',
      'agreement.old_version',
    ],
    ['no security check', () => ({ captcha: undefined }), '/captcha', 'field.required'],
    ['a security check that is none', () => ({ captcha: 'bm90aGluZw==' }), '/captcha', 'captcha.unreadable'],
    ['an e-mail that is none', () => ({ email: 'ana@' }), '/email', 'email.format'],
    ['a field of the wrong type', () => ({ userId: 12345 }), '/userId', 'field.wrong_type'],
    ['an operator object', () => ({ userId: { contains: '' } }), '/userId', 'field.wrong_type'],
    ['an unknown field', () => ({ isAdmin: true }), '/isAdmin', 'field.unknown'],
    ['a name of NUL characters', () => ({ firstName: '\0' }), '/firstName', 'text.characters'],
  ]

  it.each(cases)(
    'is refused with a pointer for %s, and stores nothing',
    async (_what, change, pointer, code) => {
      const before = await accountCount()
      const request = await anAccountRequest(api)
      const response = await create({ ...request, ...change(request) })
      expect(response.statusCode).toBe(422)
      expect(response.json<ProblemBody>().errors).toContainEqual(expect.objectContaining({ pointer, code }))
      expect(await accountCount()).toBe(before)
    },
  )

  it.each(['__proto__', 'constructor', 'prototype'])('is refused for the key %s', async (key) => {
    const request = await anAccountRequest(api)
    const response = await create(`${JSON.stringify(request).slice(0, -1)},"${key}":{"isAdmin":true}}`)
    expect(response.statusCode).toBe(422)
    expect(response.json<ProblemBody>().errors).toContainEqual({ pointer: `/${key}`, code: 'field.unknown' })
  })

  it('names every broken rule at once, the security check among them', async () => {
    const captcha = await solveCaptcha(api, 'feedback')
    const request = await anAccountRequest(api, { captcha })
    const broken = {
      ...request,
      firstName: '',
      userId: 'x',
      password: 'y',
      email: 'z',
      secretQuestions: [],
      agreement: { version: 'old', accepted: false },
    }
    const codes = (await create(broken)).json<ProblemBody>().errors?.map((issue) => issue.code)
    expect(codes).toEqual(
      expect.arrayContaining([
        'name.required',
        'user_id.too_short',
        'password.too_short',
        'password.needs_digit',
        'password.needs_upper_case',
        'password.needs_special',
        'email.format',
        'secret_question.count',
        'agreement.not_accepted',
        'agreement.old_version',
        'captcha.other_action',
      ]),
    )
  })

  it('does not spend its security check', async () => {
    const request = await anAccountRequest(api)
    expect((await create({ ...request, password: 'short' })).statusCode).toBe(422)
    expect((await create(request)).statusCode).toBe(201)
  })

  it('is refused when its security check was used for another account', async () => {
    const first = await anAccountRequest(api)
    await create(first)
    const response = await create(await anAccountRequest(api, { captcha: first.captcha }))
    expect(response.json<ProblemBody>()).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/captcha', code: 'captcha.spent' }],
    })
  })

  it('tells that a user ID is taken in any case of its letters', async () => {
    const { userId } = await aPersonWithAccount(api)
    const response = await create(await anAccountRequest(api, { userId: userId.toUpperCase() }))
    expect(response.statusCode).toBe(problems['account.user_id_taken'].status)
    expect(response.json<ProblemBody>().code).toBe('account.user_id_taken')
  })

  it('tells that a user ID is taken only as often as asking for it is allowed, and never for a used security check', async () => {
    const person = await aPersonWithAccount(api)
    const address = { 'x-forwarded-for': '198.18.250.1' }
    const request = await anAccountRequest(api, { userId: person.userId })
    const probe = async (captcha: string) =>
      (await post(api, '/accounts', { ...request, captcha }, { ...newKey(), ...address })).json<ProblemBody>()
        .code
    expect(await probe(person.captcha)).toBe('request.invalid')
    const codes = new Set<string>()
    // Two minutes' worth of probes cannot all fall into windows that allow them.
    for (let attempt = 0; attempt < 125; attempt += 1) codes.add(await probe(request.captcha))
    expect(codes).toEqual(new Set(['account.user_id_taken', 'limit.rate']))
  }, 120_000)
})
