import { describe, expect, it } from 'vitest'
import { issuesOf } from '../shared/issues.ts'
import { pageQuery } from '../shared/page.ts'
import { anAccountRequest } from '../testing/account-request.ts'
import { changeProfileRequest, passwordChangeOf, secretQuestionsChangeOf } from './account-profile.ts'

type Issues = ReturnType<typeof issuesOf>

const told = (issues: Issues) => issues.map(({ pointer, code }) => `${pointer} ${code}`)

describe('a change of the profile', () => {
  it.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['no e-mail any more', { email: null }, []],
    ['a name that is part of the user ID', { firstName: 'Bluebird' }, []],
    ['a blank e-mail', { email: '' }, ['/email email.format']],
    ['no name', { lastName: '' }, ['/lastName name.required']],
    ['another user ID', { userId: 'bluebird42' }, ['/userId field.unknown']],
    ['a password', { password: 'Quiet#Lake7up' }, ['/password field.unknown']],
  ])('judges %s', (_what, request, expected) => {
    expect(told(issuesOf(changeProfileRequest, request))).toEqual(expected)
  })
})

describe('a change of the password', () => {
  const rules = passwordChangeOf('bluebird42')
  const judge = (currentPassword: unknown, password: unknown) =>
    told(issuesOf(rules, { currentPassword, password }))

  it('keeps the rules of creation, and is a change', () => {
    expect(judge('Quiet#Lake7up', 'Wool&Harbor3x')).toEqual([])
    expect(judge('Quiet#Lake7up', 'Quiet#Lake7up')).toEqual(['/password password.same_as_current'])
    expect(judge('', '')).toEqual(['/currentPassword field.required', '/password password.required'])
    expect(judge('x', 'A#BlueBird42x')).toEqual(['/password password.contains_user_id'])
  })

  it('takes a password in force that was made under other rules', () => {
    expect(judge('old', 'Wool&Harbor3x')).toEqual([])
  })
})

describe('a change of the secret questions', () => {
  const { firstName, lastName, userId, secretQuestions } = anAccountRequest()
  const judge = (questions: unknown) =>
    told(
      issuesOf(secretQuestionsChangeOf({ firstName, lastName, userId }), {
        currentPassword: 'x',
        secretQuestions: questions,
      }),
    )

  it('keeps the rules of creation, seen beside the owner', () => {
    expect(judge(secretQuestions)).toEqual([])
    expect(judge(secretQuestions.slice(1))).toEqual(['/secretQuestions secret_question.count'])
    expect(judge(secretQuestions.with(0, { ...secretQuestions[0], answer: userId } as never))).toEqual([
      '/secretQuestions/0/answer secret_answer.is_user_id',
    ])
    expect(judge(secretQuestions.with(1, { ...secretQuestions[1], answer: lastName } as never))).toEqual([
      '/secretQuestions/1/answer secret_answer.is_name',
    ])
  })
})

describe('the query of a list', () => {
  it.each(['1', '20', '100'])('takes a page of %s', (limit) => {
    expect(pageQuery.parse({ limit })).toEqual({ limit: Number(limit) })
  })

  it.each(['0', '101', '1000', '-1', '1.5', '1e1', ' 5', '05', '', 5, null])(
    'refuses a page of %j',
    (limit) => {
      expect(issuesOf(pageQuery, { limit })).toHaveLength(1)
    },
  )
})
