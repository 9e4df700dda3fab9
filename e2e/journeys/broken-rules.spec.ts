import { expect, test } from '../fixtures.ts'
import { secretQuestions } from '@connect/contract/credentials/secret-questions'
import type { Locator } from '@playwright/test'
import type { SignupPages } from '../pages/signup-pages.ts'
import { breakAndMend, type Break } from '../steps/break-rules.ts'
import { fill, goTo } from '../steps/create-account.ts'

/** Puts a wrong value into a field, and the right one afterwards. */
function wrong(field: Locator, right: string, values: Readonly<Record<string, string>>): Break[] {
  return Object.entries(values).map(([what, value]) => ({
    what,
    field,
    put: () => field.fill(value),
    mend: () => field.fill(right),
  }))
}

test(
  'step 1 tells what is wrong with a name or an address, and how to mend it',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'name')
    await fill.name(pages, person)
    await breakAndMend(pages, [
      ...wrong(pages.firstName, person.firstName, {
        'no first name': ' ',
        'a first name with a digit': 'Ana7',
        'a first name of 101 letters': 'q'.repeat(101),
      }),
      ...wrong(pages.lastName, person.lastName, {
        'no last name': '',
        'a last name with a sign': 'García@',
      }),
      ...wrong(pages.email, person.email, {
        'an address that is none': 'ana@',
        'an address that is too long': `${'a'.repeat(60)}@${'b'.repeat(60)}.${`${'c'.repeat(60)}.`.repeat(3)}org`,
      }),
    ])
    await pages.continue.click()
    await pages.isOn('credentials')
  },
)

test(
  'step 2 tells every rule of user ID and password',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'credentials')
    const { firstName, lastName, userId, password } = person
    await fill.credentials(pages, person)
    const both = (value: string) => async () => {
      await pages.password.fill(value)
      await pages.passwordAgain.fill(value)
    }
    const passwords = {
      'no password': '',
      'a password of 8 characters': 'Qv7#mpLz',
      'a password of 16 characters': 'Qv7#mpLzQv7#mpLz',
      'no small letter': 'QV7#MPLZWK',
      'no capital letter': 'qv7#mplzwk',
      'no digit': 'Qvx#mpLzwk',
      'no sign': 'Qv7xmpLzwk',
      'a space': 'Qv7# mpLzw',
      'an accent': 'Qv7#mpLzé',
      'the user ID inside': `A#${userId}b`,
      'a well-known password in disguise': 'P@ssw0rd!1',
    }
    await breakAndMend(pages, [
      ...wrong(pages.userId, userId, {
        'no user ID': '',
        'a user ID of 4 characters': 'kx77',
        'a user ID of 16 characters': 'kx77777777777777',
        'a user ID with a sign': 'kx_7777',
        'a part of the first name': firstName.slice(0, 15),
        'a part of the last name': lastName.toUpperCase().slice(0, 15),
      }),
      ...Object.entries(passwords).map(([what, value]) => ({
        what,
        field: pages.password,
        put: both(value),
        mend: both(password),
      })),
      ...wrong(pages.passwordAgain, password, {
        'another password the second time': `${password.slice(1)}x`,
      }),
    ])
    await pages.continue.click()
    await pages.isOn('secret-questions')
  },
)

test(
  'the checklist of password rules follows what is typed',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'credentials')
    const met = page.locator('[id$="password-rules"] [data-kept="true"]')
    const all = page.locator('[id$="password-rules"] li')
    await expect(met).toHaveCount(0)
    await pages.password.pressSequentially('a')
    await expect(met).not.toHaveCount(0)
    await pages.password.fill(person.password)
    await expect(met).toHaveCount(await all.count())
    await pages.button(words.showPassword).click()
    await expect(pages.password).toHaveAttribute('type', 'text')
  },
)

/** The first word of a question, which is no answer to it. */
function wordOf(questionId: string, language: 'en' | 'es'): string {
  const text = secretQuestions.find(({ id }) => id === questionId)?.text[language] ?? ''
  return text.split(' ').find((word) => /^\p{L}{3,}$/u.test(word)) ?? ''
}

async function questionsOfferedIn(pages: SignupPages, row: number): Promise<string[]> {
  const options = await pages.questions[row]?.locator('option').all()
  const values = await Promise.all((options ?? []).map((option) => option.getAttribute('value')))
  return values.filter((value) => value !== null && value !== '') as string[]
}

async function choose(question: Locator, questionId: string): Promise<void> {
  await question.selectOption(questionId)
}

test(
  'step 3 tells every rule of questions and answers',
  { tag: '@twice' },
  async ({ page, words, person, language }) => {
    const pages = await goTo(page, words, person, 'secret-questions')
    const [firstQuestion, secondQuestion] = pages.questions
    const [firstAnswer, secondAnswer] = pages.answers
    const [first, second] = person.secretQuestions
    if (!firstQuestion || !secondQuestion || !firstAnswer || !secondAnswer || !first || !second)
      throw new Error('There are fewer than two questions.')
    await fill['secret-questions'](pages, person)
    await breakAndMend(pages, [
      {
        what: 'no question',
        field: secondQuestion,
        put: () => choose(secondQuestion, ''),
        mend: () => choose(secondQuestion, second.questionId),
      },
      ...wrong(firstAnswer, first.answer, {
        'no answer': '',
        'an answer of one letter': 'q!',
        'an answer of 101 letters': 'q'.repeat(101),
        'a word of the question': wordOf(first.questionId, language),
        'the user ID': person.userId.toUpperCase(),
        'a name': `${person.firstName} ${person.lastName}`,
      }),
      ...wrong(secondAnswer, second.answer, { 'the same answer twice': ` ${first.answer.toUpperCase()}.` }),
    ])
    await pages.continue.click()
    await pages.isOn('security-check')
  },
)

test(
  'a question chosen once is gone from the other lists, and comes back when it is let go',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'secret-questions')
    const chosen = secretQuestions[3]?.id ?? ''
    for (const question of pages.questions) await expect(question).toBeVisible()
    expect(await questionsOfferedIn(pages, 0)).toHaveLength(secretQuestions.length)
    await pages.questions[0]?.selectOption(chosen)
    expect(await questionsOfferedIn(pages, 0)).toContain(chosen)
    for (const row of [1, 2, 3, 4]) expect(await questionsOfferedIn(pages, row)).not.toContain(chosen)
    await pages.questions[0]?.selectOption('')
    expect(await questionsOfferedIn(pages, 4)).toContain(chosen)
  },
)

test(
  'steps 4 and 5 wait for the security check and for the agreement',
  { tag: '@twice' },
  async ({ page, words, person }) => {
    const pages = await goTo(page, words, person, 'security-check')
    await breakAndMend(pages, [
      {
        what: 'no security check',
        field: pages.notARobot,
        put: () => Promise.resolve(),
        mend: () => fill['security-check'](pages),
      },
    ])
    await pages.continue.click()
    await pages.isOn('agreement')
    await breakAndMend(pages, [
      {
        what: 'no agreement',
        field: pages.accept,
        put: () => Promise.resolve(),
        mend: () => fill.agreement(pages),
      },
    ])
    await pages.continue.click()
    await pages.isOn('check')
  },
)
