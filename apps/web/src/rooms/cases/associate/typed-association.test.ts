import { describe, expect, it } from 'vitest'
import { brokenRules, nothingTyped, requestOf } from './typed-association.ts'

const right = { ...nothingTyped, clientId: '123 456-789', birthYear: '1985', ssnLast4: '0123' }

function issues(changes: Partial<typeof right>): string[] {
  return brokenRules({ ...right, ...changes }).map(({ pointer, code }) => `${pointer} ${code}`)
}

describe('what is typed to associate a case', () => {
  it('passes with spaces and dashes, and with spaces around the numbers', () => {
    expect(issues({ birthYear: ' 1985 ', ssnLast4: ' 0123 ' })).toEqual([])
  })

  it('is asked with the proof that was chosen alone', () => {
    const both = { ...right, code: 'ABCDE-12345' }
    expect(requestOf(both)).toEqual({ clientId: '123 456-789', birthYear: 1985, ssnLast4: '0123' })
    expect(requestOf({ ...both, proof: 'code' })).toEqual({
      clientId: '123 456-789',
      birthYear: 1985,
      code: 'ABCDE-12345',
    })
  })

  it.each([
    [{ clientId: '' }, '/clientId client_id.required'],
    [{ clientId: '12345678' }, '/clientId client_id.length'],
    [{ clientId: '1234567890' }, '/clientId client_id.length'],
    [{ clientId: '12345678A' }, '/clientId client_id.characters'],
    [{ birthYear: '' }, '/birthYear field.wrong_type'],
    [{ birthYear: '85' }, '/birthYear field.wrong_type'],
    [{ birthYear: '1899' }, '/birthYear birth_year.too_early'],
    [{ birthYear: '9999' }, '/birthYear birth_year.in_future'],
    [{ ssnLast4: '' }, '/ssnLast4 ssn_digits.required'],
    [{ ssnLast4: '123' }, '/ssnLast4 ssn_digits.digits'],
    [{ ssnLast4: '12a4' }, '/ssnLast4 ssn_digits.digits'],
    [{ proof: 'code' as const }, '/code association_code.required'],
    [{ proof: 'code' as const, code: 'ABC' }, '/code association_code.characters'],
  ])('is not sent with %j', (changes, issue) => {
    expect(issues(changes)).toEqual([issue])
  })
})
