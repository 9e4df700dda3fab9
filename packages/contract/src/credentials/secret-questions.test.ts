import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkSecretQuestions,
  normalizeSecretAnswer,
  secretAnswersNeeded,
  secretQuestionCount,
  secretQuestions,
} from './secret-questions.ts'

const nobody = { firstName: 'Zoltán', lastName: 'Quist', userId: 'blueheron42' }
const goodAnswers = ['Pulga', 'Don Oso', 'Whitfield', 'Okonkwo', 'Alder Lane', 'Crystal Lake']

function rows(
  count: number,
  changes: Readonly<Record<number, { questionId?: string; answer?: string }>> = {},
) {
  return secretQuestions.slice(0, count).map(({ id }, index) => ({
    questionId: id,
    answer: goodAnswers[index] ?? '',
    ...changes[index],
  }))
}

function broken(...args: Parameters<typeof checkSecretQuestions>): string[] {
  return checkSecretQuestions(...args).map(({ path, code }) => `${path.join('/')} ${code}`)
}

function brokenBy(
  answer: string,
  who: Parameters<typeof checkSecretQuestions>[1] = nobody,
  at = 0,
): string[] {
  return broken(rows(5, { [at]: { answer } }), who)
}

describe('the questions to choose from', () => {
  it('are at least eighteen, each with an id and words of its own in both languages', () => {
    expect(secretQuestions.length).toBeGreaterThanOrEqual(18)
    for (const all of [
      secretQuestions.map(({ id }) => id),
      secretQuestions.map(({ text }) => text.en),
      secretQuestions.map(({ text }) => text.es),
    ]) {
      expect(new Set(all).size).toBe(secretQuestions.length)
    }
  })

  it('have ids in kebab case and are written as questions', () => {
    for (const { id, text } of secretQuestions) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
      expect(text.en).toMatch(/^[A-Z].*\?$/)
      expect(text.es).toMatch(/^¿.*\?$/)
    }
  })

  it('ask nothing that is public or has few answers', () => {
    for (const { text } of secretQuestions) {
      expect(text.en).not.toMatch(
        /maiden|born|birth|pet|favorite color|mascot|city|school|employer|spouse|car\b/i,
      )
      expect(text.es).not.toMatch(
        /soltera|nació|nacimiento|mascota|color favorito|ciudad|escuela|empleador|espos|carro|\b(?:tú|tu|tus)\b/i,
      )
    }
  })

  it('are more than an account has, of which nearly all answers recover it', () => {
    expect(secretQuestionCount).toBe(5)
    expect(secretAnswersNeeded).toBe(4)
  })
})

describe('a set of questions and answers', () => {
  it('may be any five different questions with five different answers', () => {
    const words = fc.string({
      unit: fc.constantFrom(...Array.from('bcdfghjkmnprstvwxyz')),
      minLength: 12,
      maxLength: 100,
    })
    const ids = fc.shuffledSubarray(
      secretQuestions.map(({ id }) => id),
      { minLength: 5, maxLength: 5 },
    )
    fc.assert(
      fc.property(ids, fc.uniqueArray(words, { minLength: 5, maxLength: 5 }), (questions, answers) => {
        const chosen = questions.map((questionId, index) => ({ questionId, answer: answers[index] ?? '' }))
        expect(broken(chosen, nobody)).toEqual([])
      }),
    )
  })

  it.each([0, 4, 6])('of %i is not one of five', (count) => {
    expect(checkSecretQuestions(rows(count), nobody)).toEqual([
      { path: [], code: 'secret_question.count', params: { count: 5 } },
    ])
  })

  it('names the second use of a question', () => {
    expect(broken(rows(5, { 3: { questionId: secretQuestions[1]?.id ?? '' } }), nobody)).toEqual([
      '3/questionId secret_question.repeated',
    ])
  })

  it.each([
    ['no-such-question', 'secret_question.unknown'],
    ['__proto__', 'secret_question.unknown'],
    ['constructor', 'secret_question.unknown'],
    ['', 'secret_question.required'],
  ])('does not know the question %j', (questionId, code) => {
    expect(broken(rows(5, { 2: { questionId } }), nobody)).toEqual([`2/questionId ${code}`])
  })

  it('judges what is there of a row that is only half there', () => {
    const [first, ...rest] = rows(5)
    expect(broken([{ questionId: first?.questionId }, ...rest], nobody)).toEqual([])
    expect(broken([{ questionId: 'nope' }, ...rest], nobody)).toEqual([
      '0/questionId secret_question.unknown',
    ])
    expect(broken([{ answer: 'x' }, ...rest], nobody)).toEqual(['0/answer secret_answer.too_short'])
    expect(broken([{}, ...rest], nobody)).toEqual([])
  })

  it('names every broken rule at once', () => {
    const chosen = [
      { questionId: 'nope', answer: '' },
      { questionId: 'childhood-friend', answer: 'x' },
      { questionId: 'childhood-friend', answer: 'Quist' },
      { questionId: '', answer: 'blueHeron 42' },
      { questionId: 'candy-store', answer: 'candy' },
      { questionId: 'first-book', answer: 'y'.repeat(101) },
    ]
    expect(broken(chosen, nobody)).toEqual([
      ' secret_question.count',
      '0/questionId secret_question.unknown',
      '0/answer secret_answer.required',
      '1/answer secret_answer.too_short',
      '2/questionId secret_question.repeated',
      '2/answer secret_answer.is_name',
      '3/questionId secret_question.required',
      '3/answer secret_answer.is_user_id',
      '4/answer secret_answer.in_question',
      '5/answer secret_answer.too_long',
    ])
  })
})

describe('a secret answer', () => {
  it.each([
    ['', 'secret_answer.required'],
    ['  ', 'secret_answer.required'],
    ['x', 'secret_answer.too_short'],
    ['.-!', 'secret_answer.too_short'],
    [' é ', 'secret_answer.too_short'],
    ['y'.repeat(101), 'secret_answer.too_long'],
    ['nickname', 'secret_answer.in_question'],
    ['Nickname.', 'secret_answer.in_question'],
    ['APODO', 'secret_answer.in_question'],
    ['mejor', 'secret_answer.in_question'],
    ['BlueHeron-42', 'secret_answer.is_user_id'],
    ['zoltan', 'secret_answer.is_name'],
    ['Quist', 'secret_answer.is_name'],
    ['Zoltán Quist', 'secret_answer.is_name'],
    ['quist, zoltan', 'secret_answer.is_name'],
  ])('may not be %j', (answer, code) => {
    expect(brokenBy(answer)).toEqual([`0/answer ${code}`])
  })

  it.each(['Ana', 'García', 'garcia', 'Márquez', 'García Márquez', 'Li', 'Ana-Li'])(
    'may not be %s, a piece of a name',
    (answer) => {
      expect(brokenBy(answer, { firstName: 'Ana-Li', lastName: 'García Márquez' })).toEqual(
        answer === 'Li' ? [] : ['0/answer secret_answer.is_name'],
      )
    },
  )

  it('may not be a whole name of two letters', () => {
    expect(brokenBy('li', { firstName: 'Ana', lastName: 'Li' })).toEqual(['0/answer secret_answer.is_name'])
  })

  it.each(['Ñu', '李小', '12345', 'y'.repeat(100), 'the nickname of a bear'])('may be %s', (answer) => {
    expect(brokenBy(answer)).toEqual([])
  })

  it('is held against the words of its own question only', () => {
    expect(brokenBy('nickname', nobody, 4)).toEqual([])
  })

  it.each([
    ['Don Oso', 'don-oso'],
    ['Peña', 'PENA'],
    ['Pen\u0303a', 'Peña'],
    ['O’Hara', "o'hara"],
    ['Oʻahu', 'Oahu'],
    ['Straße', 'STRASSE'],
    ['ｏｓｏ', 'oso'],
    ['ΟΔΟΣ Α', 'οδός α'],
  ])('%j and %j are equal', (one, other) => {
    expect(normalizeSecretAnswer(one)).toBe(normalizeSecretAnswer(other))
    expect(broken(rows(5, { 1: { answer: one }, 3: { answer: other } }), nobody)).toEqual([
      '3/answer secret_answer.repeated',
    ])
  })

  it('is the same whatever case, accents, spaces and signs it is typed with', () => {
    const letters = fc.array(fc.constantFrom(...Array.from('aeiounsz09李')), { minLength: 2, maxLength: 20 })
    const noise = fc.constantFrom('', ' ', '-', '.', '’', '\u0301', '\u00a0', '\u200b')
    fc.assert(
      fc.property(letters, noise, fc.boolean(), (word, sign, upper) => {
        const typed = word.join(sign)
        expect(normalizeSecretAnswer(upper ? typed.toUpperCase() : typed)).toBe(word.join(''))
      }),
    )
  })

  it('is compared in one form only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (answer) => {
        const once = normalizeSecretAnswer(answer)
        expect(normalizeSecretAnswer(once)).toBe(once)
      }),
    )
  })
})
