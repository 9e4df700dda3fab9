import { expect, test } from '@playwright/test'
import { dumpDatabase, runningDatabase } from '@connect/prisma/testing/running-database'
import { aPlantedPerson } from '../portal/plant.ts'
import { portal } from '../portal/portal.ts'
import { accountRequest, anIntegrator, newKey, problemIn, type AccountRequest } from './integrator.ts'

type Change = (request: AccountRequest) => object

const answersOf = (request: AccountRequest) => request.secretQuestions

/** What is wrong, how, and what the answer must name. */
const brokenRules: readonly [string, Change, ...string[]][] = [
  ['a user ID of 4 characters', () => ({ userId: 'ab12' }), '/userId user_id.too_short'],
  ['a user ID of 16 characters', () => ({ userId: 'abcdefgh12345678' }), '/userId user_id.too_long'],
  ['a user ID with a space', () => ({ userId: 'blue bird' }), '/userId user_id.characters'],
  ['a user ID with a sign', () => ({ userId: 'blue-bird' }), '/userId user_id.characters'],
  ['full-width letters', () => ({ userId: 'ｂｌｕｅｂｉｒｄ' }), '/userId user_id.characters'],
  ['a dotless i', () => ({ userId: 'blueb\u0131rd' }), '/userId user_id.characters'],
  ['a zero-width space', () => ({ userId: 'blue\u200bbird' }), '/userId user_id.characters'],
  ['a NUL', () => ({ userId: 'blue\0bird' }), '/userId text.characters'],
  [
    'a part of the first name, in capitals and without its accent',
    () => ({ firstName: 'José Ángel', userId: 'xxANGEL9' }),
    '/userId user_id.contains_name',
  ],
  [
    'a part of the last name',
    () => ({ lastName: 'García-Núñez', userId: '1nunez1' }),
    '/userId user_id.contains_name',
  ],
  ['a password of 8 characters', () => ({ password: 'Qv7#mpLz' }), '/password password.too_short'],
  ['a password of 16 characters', () => ({ password: 'Qv7#mpLzQv7#mpLz' }), '/password password.too_long'],
  ['no small letter', () => ({ password: 'QV7#MPLZW' }), '/password password.needs_lower_case'],
  ['no capital letter', () => ({ password: 'qv7#mplzw' }), '/password password.needs_upper_case'],
  ['no digit', () => ({ password: 'Qvx#mpLzw' }), '/password password.needs_digit'],
  ['no sign', () => ({ password: 'Qv7xmpLzw' }), '/password password.needs_special'],
  ['a space in the password', () => ({ password: 'Qv7# mpLz' }), '/password password.no_spaces'],
  ['an accent in the password', () => ({ password: 'Qv7#mpLzé' }), '/password password.characters'],
  ['a well-known password in disguise', () => ({ password: 'P@ssw0rd!1' }), '/password password.well_known'],
  [
    'the user ID inside the password',
    () => ({ userId: 'kx7712', password: 'A#KX7712bz' }),
    '/password password.contains_user_id',
  ],
  [
    'four questions',
    (request) => ({ secretQuestions: answersOf(request).slice(1) }),
    '/secretQuestions secret_question.count',
  ],
  [
    'six questions',
    (request) => ({
      secretQuestions: [...answersOf(request), { questionId: 'first-book', answer: 'paper moon' }],
    }),
    '/secretQuestions secret_question.count',
  ],
  [
    'one question twice',
    (request) => ({
      secretQuestions: answersOf(request).map((row, index) =>
        index === 1 ? { ...row, questionId: answersOf(request)[0]?.questionId } : row,
      ),
    }),
    '/secretQuestions/1/questionId secret_question.repeated',
  ],
  [
    'an unknown question',
    (request) => ({
      secretQuestions: answersOf(request).map((row, index) =>
        index === 0 ? { ...row, questionId: 'shoe-size' } : row,
      ),
    }),
    '/secretQuestions/0/questionId secret_question.unknown',
  ],
  [
    'equal answers',
    (request) => ({
      secretQuestions: answersOf(request).map((row) => ({ ...row, answer: 'Paper boats' })),
    }),
    '/secretQuestions/1/answer secret_answer.repeated',
    '/secretQuestions/4/answer secret_answer.repeated',
  ],
  ['no agreement', () => ({ agreement: undefined }), '/agreement field.required'],
  [
    'an agreement that is not accepted',
    ({ agreement }) => ({ agreement: { ...agreement, accepted: false } }),
    '/agreement/accepted agreement.not_accepted',
  ],
  [
    'an old version of the agreement',
    () => ({ agreement: { version: '2001-01-01', accepted: true } }),
    '/agreement/version agreement.old_version',
  ],
  ['no security check', () => ({ captcha: undefined }), '/captcha field.required'],
  ['an empty security check', () => ({ captcha: '' }), '/captcha captcha.missing'],
  ['a security check that is none', () => ({ captcha: 'bm90aGluZw==' }), '/captcha captcha.unreadable'],
  ['an e-mail address that is none', () => ({ email: 'ana@' }), '/email email.format'],
  ['a name without a letter', () => ({ firstName: '7' }), '/firstName name.characters'],
  ['a name of 101 letters', () => ({ lastName: 'Q'.repeat(101) }), '/lastName name.too_long'],
  ['a number for a text', () => ({ userId: 12345 }), '/userId field.wrong_type'],
  ['an operator object', () => ({ userId: { contains: '' } }), '/userId field.wrong_type'],
  ['a list for an object', () => ({ agreement: [] }), '/agreement field.wrong_type'],
  ['an unknown field', () => ({ isAdmin: true }), '/isAdmin field.unknown'],
  [
    'many rules at once',
    () => ({ firstName: '', userId: 'x', password: 'y', email: 'z', secretQuestions: [] }),
    '/firstName name.required',
    '/userId user_id.too_short',
    '/password password.too_short',
    '/password password.needs_digit',
    '/email email.format',
    '/secretQuestions secret_question.count',
  ],
]

async function accountCount(userId: string): Promise<number> {
  const values = await dumpDatabase(runningDatabase(portal().dataDir).ownerUrl)
  return values.filter(({ place, value }) => place === 'account.user_id' && value.toString() === userId)
    .length
}

test('every broken rule is named with its place, and nothing is stored nor spent', async () => {
  const integrator = anIntegrator()
  const person = aPlantedPerson()
  const request = await accountRequest(integrator, person)
  const key = newKey()
  for (const [what, change, ...expected] of brokenRules) {
    const answer = await integrator.send('POST', '/accounts', { ...request, ...change(request) }, key)
    expect(answer.status, what).toBe(422)
    expect(answer.headers.get('content-type'), what).toContain('application/problem+json')
    expect(problemIn(answer).issues, what).toEqual(expect.arrayContaining(expected))
  }
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    const text = `${JSON.stringify(request).slice(0, -1)},"${name}":{"isAdmin":true}}`
    const answer = await integrator.send('POST', '/accounts', text, key)
    expect(answer.status, name).toBe(422)
    expect(problemIn(answer).issues).toContain(`/${name} field.unknown`)
  }
  expect(await accountCount(person.userId)).toBe(0)
  // The security check is still good, and so is the key.
  const created = await integrator.send('POST', '/accounts', request, key)
  expect(created.status, created.text).toBe(201)
})

test('names as people have them are taken', async () => {
  const integrator = anIntegrator()
  const request = await accountRequest(integrator, aPlantedPerson())
  const names = [
    'Ñ',
    'Q'.repeat(100),
    'O’Brien-D’Angelo',
    "D'Arcy",
    '王小明',
    'María José',
    'Müller-Lüdenscheidt',
  ]
  for (const name of names) {
    const changed = { ...request, firstName: name, lastName: name, password: '' }
    const answer = await integrator.send('POST', '/accounts', changed, newKey())
    const aboutNames = problemIn(answer).issues.filter((issue) => issue.includes('Name '))
    expect(aboutNames, name).toEqual([])
  }
})

test('a security check made for another action is refused', async () => {
  const integrator = anIntegrator()
  const captcha = await integrator.solveCaptcha('feedback')
  const request = await accountRequest(integrator, aPlantedPerson(), captcha)
  const answer = await integrator.send('POST', '/accounts', request, newKey())
  expect(problemIn(answer).issues).toEqual(['/captcha captcha.other_action'])
})

test('a request that cannot be read at all is told what it lacks', async () => {
  const integrator = anIntegrator()
  const request = await accountRequest(integrator, aPlantedPerson(), 'unsolved')
  const send = (body: unknown, headers: Record<string, string>) =>
    integrator.send('POST', '/accounts', body, headers)
  const cases: [string, number, Awaited<ReturnType<typeof send>>][] = [
    ['request.not_json', 400, await send('{"userId":', newKey())],
    ['request.not_json', 400, await send('', newKey())],
    ['request.header_missing', 400, await send(request, {})],
    ['request.media_type', 415, await send('userId=x', { ...newKey(), 'content-type': 'text/plain' })],
    ['request.too_large', 413, await send({ ...request, firstName: 'x'.repeat(70_000) }, newKey())],
    ['request.method_not_allowed', 405, await integrator.send('PUT', '/accounts', request)],
    ['resource.not_found', 404, await integrator.send('GET', '/nowhere')],
    [
      'request.invalid',
      422,
      await integrator.send('GET', '/captcha/challenge?action=register&action=feedback'),
    ],
    ['request.invalid', 422, await integrator.send('GET', '/captcha/challenge?action=dance')],
    ['session.required', 401, await integrator.send('GET', '/session')],
    [
      'request.invalid',
      422,
      await integrator.send('POST', '/session', { userId: { contains: '' }, password: 'x' }),
    ],
    [
      'request.invalid',
      422,
      await integrator.send('POST', '/user-id-checks', { userId: { startsWith: '' } }),
    ],
  ]
  for (const [code, status, answer] of cases) {
    expect(answer.status, code).toBe(status)
    expect(problemIn(answer).code).toBe(code)
    expect(answer.headers.get('x-request-id'), code).toBeTruthy()
    expect(answer.headers.get('content-security-policy'), code).toContain("default-src 'none'")
  }
})
