import { expect, it } from 'vitest'
import { questionsLeftFor } from './question-choice.ts'

const questions = ['friend', 'toy', 'street'].map((id) => ({ id }))

it('a question that is chosen once is gone from the other lists, and stays in its own', () => {
  const rows = [{ questionId: 'toy' }, {}, { questionId: '' }]
  expect(questionsLeftFor(0, rows, questions)).toEqual(questions)
  expect(questionsLeftFor(1, rows, questions).map(({ id }) => id)).toEqual(['friend', 'street'])
})
