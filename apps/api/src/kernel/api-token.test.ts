import { describe, expect, test } from 'vitest'
import { isApiToken, newApiToken } from './api-token.ts'

describe('an API token', () => {
  test('can be told from any other text, and is all letters and digits behind its prefix', () => {
    const tokens = Array.from({ length: 500 }, newApiToken)
    expect(new Set(tokens).size).toBe(500)
    for (const token of tokens) {
      expect(token).toMatch(/^ct_[0-9A-Za-z]{49}$/)
      expect(isApiToken(token)).toBe(true)
    }
  })

  test('holds 256 bits: the first digit stands for what is left of them, every other one takes every value', () => {
    const secrets = Array.from({ length: 2_000 }, () => newApiToken().slice(3, 46))
    for (const place of [1, 20, 42])
      expect(new Set(secrets.map((secret) => secret[place])).size).toBeGreaterThan(55)
  })

  test('is known to be damaged when one character of it is another, missing or doubled', () => {
    const token = newApiToken()
    for (let place = 3; place < token.length; place += 1) {
      const other = token[place] === 'a' ? 'b' : 'a'
      expect(isApiToken(token.slice(0, place) + other + token.slice(place + 1))).toBe(false)
    }
    const damaged = [token.slice(0, -1), `${token}0`, ` ${token}`, token.slice(3), token.toUpperCase(), '']
    expect(damaged.filter(isApiToken)).toEqual([])
  })
})
