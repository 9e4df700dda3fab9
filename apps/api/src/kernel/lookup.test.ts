import { describe, expect, test } from 'vitest'
import { generateKeys } from './key-ring.ts'
import { createLookup } from './lookup.ts'

describe('a look-up', () => {
  const keys = generateKeys()

  test('is the same for the same purpose and value on every instance', () => {
    expect(createLookup(keys)('email', 'a@example.org')).toEqual(createLookup(keys)('email', 'a@example.org'))
  })

  test('differs by purpose, by value and by key', () => {
    const lookup = createLookup(keys)
    const forms = [
      lookup('email', 'a@example.org'),
      lookup('address', 'a@example.org'),
      lookup('email', 'b@example.org'),
      createLookup(generateKeys())('email', 'a@example.org'),
    ].map((bytes) => Buffer.from(bytes).toString('hex'))
    expect(new Set(forms).size).toBe(4)
    expect(forms.every((form) => form.length === 64)).toBe(true)
  })
})
