import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateKeys, KeysError, keysOf, newKeyEntries } from './key-ring.ts'
import { createRecordCipher, SealBrokenError } from './record-cipher.ts'

const rowId = '0190a5c2-0000-7000-8000-000000000001'
const otherRowId = '0190a5c2-0000-7000-8000-000000000002'

describe('a record cipher', () => {
  test('opens every text it sealed, through the stored key', () => {
    const cipher = createRecordCipher(generateKeys())
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const record = cipher.create('account', rowId)
        const sealed = record.seal('first_name', text)
        expect(cipher.open('account', rowId, record).openText('first_name', sealed)).toBe(text)
      }),
    )
  })

  test('seals the same text differently each time, and never as it stands', () => {
    const record = createRecordCipher(generateKeys()).create('account', rowId)
    const first = Buffer.from(record.seal('first_name', 'Guadalupe'))
    const second = Buffer.from(record.seal('first_name', 'Guadalupe'))
    expect(first.equals(second)).toBe(false)
    expect(first.includes('Guadalupe')).toBe(false)
  })

  test('does not open a value moved to another column', () => {
    const record = createRecordCipher(generateKeys()).create('account', rowId)
    const sealed = record.seal('first_name', 'Ana')
    expect(() => record.openText('last_name', sealed)).toThrow(SealBrokenError)
  })

  test('does not open a key moved to another row or table', () => {
    const cipher = createRecordCipher(generateKeys())
    const record = cipher.create('account', rowId)
    expect(() => cipher.open('account', otherRowId, record)).toThrow(SealBrokenError)
    expect(() => cipher.open('feedback', rowId, record)).toThrow(SealBrokenError)
  })

  test('does not open a value of another row, even of the same table', () => {
    const cipher = createRecordCipher(generateKeys())
    const sealed = cipher.create('account', rowId).seal('email', 'a@example.org')
    expect(() => cipher.create('account', otherRowId).openText('email', sealed)).toThrow(SealBrokenError)
  })

  test('does not open a value with one bit changed or an end cut off', () => {
    const record = createRecordCipher(generateKeys()).create('account', rowId)
    const sealed = record.seal('email', 'a@example.org')
    for (const position of sealed.keys()) {
      const changed = Uint8Array.from(sealed)
      changed[position] = (changed[position] ?? 0) ^ 1
      expect(() => record.openText('email', changed)).toThrow(SealBrokenError)
    }
    expect(() => record.openText('email', sealed.subarray(0, 20))).toThrow(SealBrokenError)
  })

  test('opens what an older key-encryption key wrapped, and seals new records with the newest', () => {
    const entries = newKeyEntries()
    const record = createRecordCipher(keysOf(entries)).create('account', rowId)
    const sealed = record.seal('email', 'a@example.org')
    const newer = newKeyEntries().filter(({ kind }) => kind === 'key-encryption')
    const rotated = createRecordCipher(
      keysOf([...entries, ...newer.map((entry) => ({ ...entry, version: 2 }))]),
    )
    expect(rotated.open('account', rowId, record).openText('email', sealed)).toBe('a@example.org')
    expect(rotated.create('account', rowId).dataKeyVersion).toBe(2)
  })

  test('does not open a record under a version that the keys file lacks', () => {
    const cipher = createRecordCipher(generateKeys())
    const { dataKey } = cipher.create('account', rowId)
    expect(() => cipher.open('account', rowId, { dataKey, dataKeyVersion: 7 })).toThrow(KeysError)
  })
})
