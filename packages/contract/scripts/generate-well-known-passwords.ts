import { writeFileSync } from 'node:fs'
import { dictionary } from '@zxcvbn-ts/language-common'
import { packWords } from '../src/credentials/word-list.ts'
import { splitWords } from './well-known-list.ts'

const source = `// Made by scripts/generate-well-known-passwords.ts; change that, not this.
// Words behind the common passwords of @zxcvbn-ts/language-common 4.1.3 (MIT; Copyright (c) 2012-2016 Dan Wheeler and
// Dropbox, Inc., Copyright (c) 2021 @zxcvbn-ts), with look-alike letters folded into one.
`

const { common, rarer } = splitWords(dictionary['passwords-common'])
write('well-known-passwords.data.gen.ts', 'commonWords', common)
write('well-known-passwords.rest.data.gen.ts', 'rarerWords', rarer)

function write(file: string, name: string, words: readonly string[]): void {
  const path = new URL(`../src/credentials/${file}`, import.meta.url)
  writeFileSync(path, `${source}export const ${name} =\n  '${packWords(words)}'\n`)
}
