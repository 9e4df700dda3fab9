import { expect, test } from 'vitest'
import { fileSizeInWords } from './file-size.ts'

test.each([
  [0, '1 kB'],
  [48_200, '48 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [1_440_000, '1.4 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSizeInWords(bytes, 'en').replace('\u00a0', ' ')).toBe(words)
  expect(fileSizeInWords(bytes, 'es').replace('\u00a0', ' ')).toBe(words)
})
