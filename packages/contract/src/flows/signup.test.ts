import { describe, expect, it } from 'vitest'
import { answerStep, answersOf, isSecret, lacksOnlySecrets, withoutSecrets } from './draft.ts'
import {
  firstIncomplete,
  isComplete,
  isReachable,
  issuesOfStep,
  nextStep,
  previousStep,
  progress,
  stepOfPointer,
  stepsOf,
} from './flow.ts'
import { signupFlow, toCreateAccountRequest, type SignupDraft } from './signup.ts'
import { secretQuestions } from '../credentials/secret-questions.ts'

const answers = ['Pulga', 'Don Oso', 'Whitfield', 'Okonkwo', 'Alder Lane']

const complete: SignupDraft = {
  firstName: 'María José',
  lastName: 'O’Neill',
  email: 'maria@example.org',
  userId: 'blueheron42',
  password: 'kW7!quartzPy',
  passwordAgain: 'kW7!quartzPy',
  secretQuestions: secretQuestions
    .slice(0, 5)
    .map(({ id }, index) => ({ questionId: id, answer: answers[index] ?? '' })),
  captcha: 'c29sdmVk',
  agreement: { version: '2026-11-01', accepted: true },
}

function stepNamed(name: string) {
  const step = signupFlow.steps.find((candidate) => candidate.name === name)
  if (!step) throw new Error(`no step is named ${name}`)
  return step
}

function codesOf(name: string, draft: SignupDraft): string[] {
  return issuesOfStep(stepNamed(name), draft).map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('the way through creating an account', () => {
  it('asks five things in the order of the guide, and then shows them all', () => {
    const walked = []
    for (let step = stepsOf(signupFlow, {})[0] ?? null; step; step = nextStep(signupFlow, {}, step.name))
      walked.push(step.path)
    expect(walked).toEqual(['name', 'credentials', 'secret-questions', 'security-check', 'agreement'])
    expect(signupFlow.review.path).toBe('check')
  })

  it('leads back from the review over every step to the first', () => {
    const walked = []
    for (let step = previousStep(signupFlow, {}); step; step = previousStep(signupFlow, {}, step.name))
      walked.push(step.name)
    expect(walked).toEqual(['agreement', 'security-check', 'secret-questions', 'credentials', 'name'])
  })

  it('counts the steps for people', () => {
    expect(progress(signupFlow, {}, 'credentials')).toEqual({ position: 2, count: 5 })
  })

  it('stops at each step in turn until it is answered', () => {
    let draft: SignupDraft = {}
    for (const step of signupFlow.steps) {
      expect(firstIncomplete(signupFlow, draft)?.name).toBe(step.name)
      expect(isReachable(signupFlow, draft, step.name)).toBe(true)
      const following = nextStep(signupFlow, draft, step.name)
      if (following) expect(isReachable(signupFlow, draft, following.name)).toBe(false)
      draft = answerStep(
        step,
        draft,
        Object.fromEntries(step.fields.map((field) => [field, complete[field]])),
      )
    }
    expect(firstIncomplete(signupFlow, draft)).toBeNull()
    expect(isComplete(signupFlow, draft)).toBe(true)
  })

  it('goes back to the user ID when a changed name has become part of it', () => {
    const draft = answerStep(stepNamed('name'), complete, { lastName: 'Heron' })
    expect(firstIncomplete(signupFlow, draft)?.name).toBe('credentials')
    expect(codesOf('credentials', draft)).toEqual(['/userId user_id.contains_name'])
  })

  it('goes back to the secret questions when a changed name has become an answer', () => {
    const draft = answerStep(stepNamed('name'), complete, { lastName: 'Whitfield' })
    expect(codesOf('secret-questions', draft)).toEqual(['/secretQuestions/2/answer secret_answer.is_name'])
  })

  it('finds the step that an answer of the server is about', () => {
    expect(stepOfPointer(signupFlow, '/secretQuestions/3/answer')?.name).toBe('secret-questions')
    expect(stepOfPointer(signupFlow, '/agreement/version')?.name).toBe('agreement')
    expect(stepOfPointer(signupFlow, '/locale')).toBeNull()
    expect(stepOfPointer(signupFlow, '')).toBeNull()
  })

  it('has one step for every field of the request that people fill in', () => {
    const { locale, ...request } = toCreateAccountRequest(complete, 'es')
    expect(locale).toBe('es')
    for (const field of Object.keys(request))
      expect(stepOfPointer(signupFlow, `/${field}`), field).not.toBeNull()
  })
})

describe('what each step says when nothing is filled in', () => {
  it.each([
    ['name', ['/firstName name.required', '/lastName name.required']],
    ['credentials', ['/userId user_id.required', '/password password.required']],
    [
      'secret-questions',
      [0, 1, 2, 3, 4].flatMap((row) => [
        `/secretQuestions/${row}/questionId secret_question.required`,
        `/secretQuestions/${row}/answer secret_answer.required`,
      ]),
    ],
    ['security-check', ['/captcha captcha.missing']],
    ['agreement', ['/agreement/accepted agreement.not_accepted']],
  ])('%s', (name, codes) => {
    expect(codesOf(name, {})).toEqual(codes)
  })

  it('takes a blank e-mail, and one with spaces around it, but no half one', () => {
    expect(codesOf('name', { ...complete, email: '' })).toEqual([])
    expect(codesOf('name', { ...complete, email: ' maria@example.org ' })).toEqual([])
    expect(codesOf('name', { ...complete, email: 'maria@' })).toEqual(['/email email.format'])
  })

  it('wants the password typed twice alike', () => {
    expect(codesOf('credentials', { ...complete, passwordAgain: 'kW7!quartzPY' })).toEqual([
      '/passwordAgain password.mismatch',
    ])
    expect(codesOf('credentials', { ...complete, passwordAgain: '' })).toEqual([
      '/passwordAgain password.mismatch',
    ])
  })

  it('refuses an agreement that was opened and not accepted', () => {
    expect(codesOf('agreement', { agreement: { version: '2026-11-01', accepted: false } })).toEqual([
      '/agreement/accepted agreement.not_accepted',
    ])
  })
})

describe('what is kept in the browser', () => {
  it('holds no password, no answer and no solved security check', () => {
    const kept = withoutSecrets(signupFlow, complete)
    const text = JSON.stringify(kept)
    for (const secret of ['kW7!quartzPy', 'c29sdmVk', ...answers]) expect(text).not.toContain(secret)
    expect(kept).toMatchObject({
      firstName: 'María José',
      userId: 'blueheron42',
      agreement: { accepted: true },
    })
    expect(kept.secretQuestions?.map((row) => row.questionId)).toEqual(
      secretQuestions.slice(0, 5).map(({ id }) => id),
    )
  })

  it('leaves the draft itself as it was', () => {
    const before = structuredClone(complete)
    withoutSecrets(signupFlow, complete)
    expect(complete).toEqual(before)
  })

  it('tells the steps that only lack their secrets from those never answered', () => {
    const kept = withoutSecrets(signupFlow, complete)
    expect(lacksOnlySecrets(signupFlow, stepNamed('credentials'), kept)).toBe(true)
    expect(lacksOnlySecrets(signupFlow, stepNamed('secret-questions'), kept)).toBe(true)
    expect(lacksOnlySecrets(signupFlow, stepNamed('credentials'), {})).toBe(false)
    expect(lacksOnlySecrets(signupFlow, stepNamed('credentials'), { ...kept, userId: 'a b' })).toBe(false)
    expect(lacksOnlySecrets(signupFlow, stepNamed('credentials'), complete)).toBe(false)
  })

  it('knows which fields are secrets', () => {
    expect(isSecret(signupFlow, '/secretQuestions/0/answer')).toBe(true)
    expect(isSecret(signupFlow, '/secretQuestions/0/questionId')).toBe(false)
    expect(isSecret(signupFlow, '/password')).toBe(true)
    expect(isSecret(signupFlow, '/userId')).toBe(false)
  })
})

describe('the request that is sent', () => {
  it('is what was typed, without the re-typed password', () => {
    expect(toCreateAccountRequest(complete, 'es')).toEqual({
      firstName: 'María José',
      lastName: 'O’Neill',
      email: 'maria@example.org',
      userId: 'blueheron42',
      password: 'kW7!quartzPy',
      secretQuestions: complete.secretQuestions,
      captcha: 'c29sdmVk',
      agreement: { version: '2026-11-01', accepted: true },
      locale: 'es',
    })
  })

  it('has no e-mail when none was given', () => {
    expect(toCreateAccountRequest({ ...complete, email: ' ' }, 'en')).not.toHaveProperty('email')
  })

  it('is made of the answers that are asked for', () => {
    expect(answersOf(signupFlow, complete)).toEqual(complete)
  })
})
