import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAccountRequest } from './account.ts'
import { secretQuestions } from '../credentials/secret-questions.ts'
import { issueCodes } from '../problems.ts'
import { issuesOf } from '../shared/issues.ts'
import { anAccountRequest } from '../testing/account-request.ts'
import { processorTimeOf } from '../testing/processor-time.ts'

function broken(request: unknown): string[] {
  return issuesOf(createAccountRequest, request).map(({ pointer, code }) => `${pointer} ${code}`)
}

function withRow(at: number, row: object) {
  const request = anAccountRequest()
  return {
    ...request,
    secretQuestions: request.secretQuestions.map((old, index) => (index === at ? { ...old, ...row } : old)),
  }
}

function without(field: string): object {
  return Object.fromEntries(Object.entries(anAccountRequest()).filter(([name]) => name !== field))
}

describe('a request to create an account', () => {
  it('keeps every rule when it is filled in rightly', () => {
    expect(broken(anAccountRequest())).toEqual([])
  })

  it.each(['email', 'locale'])('may leave out %s', (field) => {
    expect(broken(without(field))).toEqual([])
  })

  it.each(['firstName', 'lastName', 'userId', 'password', 'secretQuestions', 'captcha', 'agreement'])(
    'may not leave out %s',
    (field) => {
      expect(broken(without(field))).toEqual([`/${field} field.required`])
    },
  )

  it.each([null, 1, true, [], {}, { contains: '' }, { startsWith: 'a' }, { not: null }])(
    'is refused with %j for any of its texts',
    (value) => {
      for (const field of ['firstName', 'lastName', 'email', 'userId', 'password', 'captcha', 'locale']) {
        expect(broken(anAccountRequest({ [field]: value })), field).toEqual([`/${field} field.wrong_type`])
      }
      expect(broken(withRow(1, { answer: value }))).toEqual(['/secretQuestions/1/answer field.wrong_type'])
      expect(broken(withRow(1, { questionId: value }))).toEqual([
        '/secretQuestions/1/questionId field.wrong_type',
      ])
    },
  )

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, [' field.required']],
    ['a list', [], [' field.wrong_type']],
    ['a text', 'x', [' field.wrong_type']],
    ['a name of one letter', anAccountRequest({ firstName: 'Ñ', lastName: '李' }), []],
    ['a name of 100 letters', anAccountRequest({ lastName: 'Ø'.repeat(100) }), []],
    ['a name of 101 letters', anAccountRequest({ lastName: 'Ø'.repeat(101) }), ['/lastName name.too_long']],
    ['a blank name', anAccountRequest({ firstName: ' \u00a0' }), ['/firstName name.required']],
    ['an e-mail that is none', anAccountRequest({ email: 'maria@home' }), ['/email email.format']],
    ['a blank e-mail', anAccountRequest({ email: '' }), ['/email email.format']],
    ['a user ID of 4', anAccountRequest({ userId: 'hero' }), ['/userId user_id.too_short']],
    ['a user ID of 16', anAccountRequest({ userId: 'h'.repeat(16) }), ['/userId user_id.too_long']],
    [
      'a part of the first name in the user ID',
      anAccountRequest({ userId: 'xJOSE2026' }),
      ['/userId user_id.contains_name'],
    ],
    [
      'a part of the last name in the user ID',
      anAccountRequest({ userId: 'neill2026' }),
      ['/userId user_id.contains_name'],
    ],
    [
      'the user ID in the password',
      anAccountRequest({ userId: 'quartz', password: 'kW7!QUARTZy' }),
      ['/password password.contains_user_id'],
    ],
    [
      'a well-known password in disguise',
      anAccountRequest({ password: 'P@ssw0rd99' }),
      ['/password password.well_known'],
    ],
    ['a rare one', anAccountRequest({ password: 'K0b0ld!!77' }), ['/password password.well_known']],
    [
      'four questions',
      anAccountRequest({ secretQuestions: anAccountRequest().secretQuestions.slice(1) }),
      ['/secretQuestions secret_question.count'],
    ],
    [
      'a question twice',
      withRow(1, { questionId: secretQuestions[0]?.id }),
      ['/secretQuestions/1/questionId secret_question.repeated'],
    ],
    [
      'an unknown question',
      withRow(1, { questionId: 'favorite-color' }),
      ['/secretQuestions/1/questionId secret_question.unknown'],
    ],
    ['equal answers', withRow(1, { answer: 'PULGA!' }), ['/secretQuestions/1/answer secret_answer.repeated']],
    [
      'the last name for an answer',
      withRow(1, { answer: 'oneill' }),
      ['/secretQuestions/1/answer secret_answer.is_name'],
    ],
    ['an unknown field in a row', withRow(1, { hint: 'x' }), ['/secretQuestions/1/hint field.unknown']],
    [
      '21 questions',
      anAccountRequest({ secretQuestions: Array.from({ length: 21 }, () => ({})) }),
      ['/secretQuestions list.too_big'],
    ],
    ['no solved check', anAccountRequest({ captcha: '' }), ['/captcha captcha.missing']],
    ['an endless check', anAccountRequest({ captcha: 'x'.repeat(8193) }), ['/captcha captcha.unreadable']],
    [
      'an agreement not accepted',
      anAccountRequest({ agreement: { version: '2026-11-01', accepted: false } }),
      ['/agreement/accepted agreement.not_accepted'],
    ],
    [
      'an agreement of old',
      anAccountRequest({ agreement: { version: '2019-01-01', accepted: true } }),
      ['/agreement/version agreement.old_version'],
    ],
    [
      'half an agreement',
      anAccountRequest({ agreement: { accepted: true } }),
      ['/agreement/version field.required'],
    ],
    [
      'an acceptance in words',
      anAccountRequest({ agreement: { version: '2026-11-01', accepted: 'yes' } }),
      ['/agreement/accepted field.wrong_type'],
    ],
    ['a language that is none of ours', anAccountRequest({ locale: 'fr' }), ['/locale field.not_an_option']],
    ['an unknown field', anAccountRequest({ isAdmin: true }), ['/isAdmin field.unknown']],
  ])('with %s', (_, request, issues) => {
    expect(broken(request)).toEqual(issues)
  })

  it('names every broken rule at once', () => {
    const request = JSON.parse(
      JSON.stringify({
        firstName: '',
        lastName: 'García-Núñez\u0000 3',
        email: 'no',
        userId: 'nunez-xxxxxxxxxxx',
        password: 'éblue her',
        secretQuestions: [
          { questionId: 'childhood-friend', answer: 'x' },
          { questionId: 'childhood-friend', answer: { contains: '' } },
          { questionId: 7, answer: 'García' },
          { answer: '' },
          null,
          { questionId: 'nope', answer: 'Zebra', hint: 1 },
        ],
        captcha: '',
        agreement: { version: 'old', accepted: false, by: 'me' },
        locale: 'fr',
        isAdmin: true,
      }).replace(/}$/, ', "__proto__": {"isAdmin": true}, "constructor": {}}'),
    ) as unknown
    expect(broken(request).sort()).toEqual(
      [
        '/firstName name.required',
        '/lastName name.characters',
        '/email email.format',
        '/userId user_id.too_long',
        '/userId user_id.characters',
        '/userId user_id.contains_name',
        '/password password.needs_upper_case',
        '/password password.needs_digit',
        '/password password.needs_special',
        '/password password.no_spaces',
        '/password password.characters',
        '/secretQuestions secret_question.count',
        '/secretQuestions/0/answer secret_answer.too_short',
        '/secretQuestions/1/questionId secret_question.repeated',
        '/secretQuestions/1/answer field.wrong_type',
        '/secretQuestions/2/questionId field.wrong_type',
        '/secretQuestions/2/answer secret_answer.is_name',
        '/secretQuestions/3/questionId field.required',
        '/secretQuestions/3/answer secret_answer.required',
        '/secretQuestions/4 field.wrong_type',
        '/secretQuestions/5/questionId secret_question.unknown',
        '/secretQuestions/5/hint field.unknown',
        '/captcha captcha.missing',
        '/agreement/accepted agreement.not_accepted',
        '/agreement/version agreement.old_version',
        '/agreement/by field.unknown',
        '/locale field.not_an_option',
        '/isAdmin field.unknown',
        '/__proto__ field.unknown',
        '/constructor field.unknown',
      ].sort(),
    )
  })

  it('is answered quickly, however large and odd it is', () => {
    const large = 'a1'.repeat(16_000)
    const manyRows = Array.from({ length: 1500 }, () => ({ questionId: 'x', answer: 'Zoltán' }))
    const odd = [
      ...['firstName', 'userId', 'password', 'email', 'captcha'].map((field) => ({ [field]: large })),
      { firstName: 'abc '.repeat(8000), userId: 'abd'.repeat(10_000) },
      { secretQuestions: manyRows },
    ]
    for (const changes of odd) {
      expect(processorTimeOf(() => broken(anAccountRequest(changes)))).toBeLessThan(200)
    }
  })

  it('is taken or refused with codes of the catalogue, whatever it is', () => {
    const known = new Set(Object.keys(issueCodes))
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'grapheme', maxLength: 20 }))
    const fields = Object.keys(anAccountRequest())
    fc.assert(
      fc.property(fc.constantFrom(...fields), value, (field, odd) => {
        for (const { code } of issuesOf(createAccountRequest, anAccountRequest({ [field]: odd }))) {
          expect(known).toContain(code)
        }
      }),
      { numRuns: 500 },
    )
  })
})
