import { describe, expect, it } from 'vitest'
import { answersInWords } from './answer-words.ts'
import { changeTypes } from './change-types.ts'
import { exampleChanges } from './paths.ts'

const ana = '0199c0de-0000-7000-8000-000000000001'
const memberName = (id: string) => (id === ana ? 'Ana Rivera' : undefined)
const inEnglish = { language: 'en', memberName } as const
const inSpanish = { language: 'es', memberName } as const

const detailsOf = (
  typeId: string,
  kind: string,
  value: string | number | boolean | Record<string, string | number>,
) => {
  const field = changeTypes.find(({ id }) => id === typeId)?.fields.find((each) => each.kind === kind)
  return { typeId, details: { [field?.id ?? '']: value } }
}
const answers = (change: ReturnType<typeof detailsOf>) => [
  answersInWords(change, inEnglish)[0]?.answer,
  answersInWords(change, inSpanish)[0]?.answer,
]

describe('an answer reads as people write it', () => {
  it('names somebody of the case, and says so where the name is not known', () => {
    expect(answers(detailsOf('start_job', 'person', { memberId: ana }))).toEqual(['Ana Rivera', 'Ana Rivera'])
    expect(answers(detailsOf('start_job', 'person', { memberId: 'gone' }))).toEqual([
      'Somebody in the case',
      'Una persona del caso',
    ])
  })

  it('writes somebody who is new with the day of birth', () => {
    const who = { firstName: 'Luis', lastName: 'Rivera', birthDate: '2026-11-02' }
    expect(answers(detailsOf('someone_moves_in', 'person', who))).toEqual([
      'Luis Rivera, born November 2, 2026',
      'Luis Rivera, nació el 2 de noviembre de 2026',
    ])
  })

  it('writes money in dollars and an address in two lines', () => {
    const pay = answersInWords(
      detailsOf('start_job', 'money', { amount: 123_450, currency: 'USD' }),
      inEnglish,
    )
    expect(pay[0]?.answer).toBe('$1,234.50')
    const address = { street: '12 Main St', unit: 'Apt 4', city: 'Hartford', state: 'CT', zip: '06103' }
    expect(answers(detailsOf('you_move', 'address', address))[0]).toBe(
      '12 Main St, Apt 4\nHartford, CT 06103',
    )
  })

  it('keeps the answer to a question that the form has no more', () => {
    const change = { typeId: 'start_job', details: { oldQuestion: 'something' } }
    expect(answersInWords(change, inEnglish)).toEqual([
      { id: 'oldQuestion', question: 'oldQuestion', answer: 'something' },
    ])
  })
})

describe.each(changeTypes)('$id', (type) => {
  const context = { today: '2026-11-22', memberId: ana }

  it('has words in both languages for every answer that can be given', () => {
    for (const { details = {} } of exampleChanges(type, context)) {
      for (const wording of [inEnglish, inSpanish]) {
        const read = answersInWords({ typeId: type.id, details }, wording)
        expect(read.map(({ id }) => id).sort()).toEqual(Object.keys(details).sort())
        expect(read.filter(({ answer }) => /undefined|object|NaN|[a-z]_[a-z]/.test(answer))).toEqual([])
      }
    }
  })
})
