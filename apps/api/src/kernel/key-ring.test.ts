import { describe, expect, test } from 'vitest'
import { generateKeys, keysOf, KeysError, newKeyEntries } from './key-ring.ts'

describe('a ring of keys', () => {
  test('works with the newest version and still finds the older ones', () => {
    const first = newKeyEntries()
    const second = newKeyEntries().map((entry) => ({ ...entry, version: 2 }))
    const keys = keysOf([...second, ...first])
    expect(keys.passwordPepper.current.version).toBe(2)
    expect(keys.passwordPepper.of(1)).toEqual(first.find(({ kind }) => kind === 'password-pepper')?.secret)
    expect(() => keys.passwordPepper.of(3)).toThrow('"password-pepper" version 3')
  })

  test('is refused when a kind is absent, doubled, too short, or no signing key', () => {
    const entries = newKeyEntries()
    const [pepper, ...others] = entries
    if (pepper === undefined) throw new Error('no entries')
    expect(() => keysOf(others)).toThrow(KeysError)
    expect(() => keysOf([...entries, pepper])).toThrow('twice')
    expect(() => keysOf([{ ...pepper, secret: new Uint8Array(31) }, ...others])).toThrow('32 bytes')
    const unsigned = entries.map((entry) =>
      entry.kind === 'audit-signing' ? { ...entry, secret: new Uint8Array(48) } : entry,
    )
    expect(() => keysOf(unsigned)).toThrow('Ed25519')
  })

  test('names each key by a fingerprint that differs from any other and does not hold the key', () => {
    const fingerprints = [generateKeys(), generateKeys()].flatMap((keys) => keys.fingerprints)
    const names = new Set(fingerprints.map(({ fingerprint }) => Buffer.from(fingerprint).toString('hex')))
    expect(names.size).toBe(12)
  })
})
