import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, it } from 'vitest'
import { splitWords } from './well-known-list.ts'
import { commonWords } from '../src/credentials/well-known-passwords.data.gen.ts'
import { rarerWords } from '../src/credentials/well-known-passwords.rest.data.gen.ts'
import { packWords, unpackWords } from '../src/credentials/word-list.ts'

describe('the lists of words behind well-known passwords', () => {
  it('are what the generator makes of its source', () => {
    const { common, rarer } = splitWords(dictionary['passwords-common'])
    expect(packWords(common) === commonWords, 'run scripts/generate-well-known-passwords.ts').toBe(true)
    expect(packWords(rarer) === rarerWords, 'run scripts/generate-well-known-passwords.ts').toBe(true)
  })

  it('unpack to the words that went in', () => {
    const words = ['dragon', 'dragonfly', 'dragons', 'a', 'abcdefghijklmn', 'abcdefghijklmz']
    expect([...unpackWords(packWords(words))]).toEqual([...words].sort())
    const { common } = splitWords(dictionary['passwords-common'])
    expect(unpackWords(commonWords)).toEqual(new Set([...common].sort()))
  })

  it('leave the browser no more than 33 kB to fetch, compressed', () => {
    const file = readFileSync(new URL('../src/credentials/well-known-passwords.data.gen.ts', import.meta.url))
    expect(gzipSync(file).length).toBeLessThan(33_000)
  })
})
