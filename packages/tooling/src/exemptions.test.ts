import { describe, expect, test } from 'vitest'
import { isExemption } from './exemptions.ts'

describe('an exemption', () => {
  test.each([
    '// eslint-disable-next-line no-console',
    '/* stylelint-disable */',
    '// @ts-expect-error the types are wrong',
    '// @ts-ignore',
    '// prettier-ignore',
    '/* v8 ignore next */',
    "test.only('works', () => undefined)",
    "describe.skip('later', () => undefined)",
    "test.skipIf(process.env.CI)('works', () => undefined)",
    "test.fixme('later')",
  ])('is found in %s', (line) => {
    expect(isExemption(line)).toBe(true)
  })

  test.each(['const only = items.filter(isOpen)', 'skip: 20', '// only a reader skips this'])(
    'is not found in %s',
    (line) => {
      expect(isExemption(line)).toBe(false)
    },
  )
})
