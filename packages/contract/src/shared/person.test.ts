import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { processorTimeOf } from '../testing/processor-time.ts'
import { checkEmail, checkName, email, emailOrBlank, personName } from './person.ts'

function codes(issues: readonly { code: string }[]): string[] {
  return issues.map(({ code }) => code)
}

describe('a name', () => {
  it.each([
    'A',
    'Ñ',
    '李',
    '李小龙',
    '山田　太郎',
    'マイケル・ジョーダン',
    'O’Neill',
    "O'Neill",
    'OʼNeill',
    'Kaʻahumanu',
    'D´Angelo',
    'Smith-Jones',
    'García‑Márquez',
    'María del Carmen',
    'Jose\u0301',
    'Nguyễn Thị Mỹ',
    'محمد',
    'Владимир',
    'St. John',
    'Smith Jr.',
    'Gal·la',
    '𠮷野',
    '辻\u{e0100}',
    'x'.repeat(100),
    '𠮷'.repeat(100),
  ])('may be %s', (name) => {
    expect(checkName(z.parse(personName, name))).toEqual([])
  })

  it.each([
    ['', ['name.required']],
    ['   ', ['name.required']],
    ['x'.repeat(101), ['name.too_long']],
    ['𠮷'.repeat(101), ['name.too_long']],
    ['R2D2', ['name.characters']],
    ['Ana3', ['name.characters']],
    ['Ana٣', ['name.characters']],
    ['-', ['name.characters']],
    ['’', ['name.characters']],
    ['Ana\u0000', ['name.characters']],
    ['A\tna', ['name.characters']],
    ['A\nna', ['name.characters']],
    ['Ana\u202eaiverb', ['name.characters']],
    ['Ana\u200b', ['name.characters']],
    ['\u3164', ['name.characters']],
    ['Ana\u115f', ['name.characters']],
    ['Ana\u034f', ['name.characters']],
    ['\ud800', ['name.characters']],
    ['<b>Ana</b>', ['name.characters']],
    ['Ana; DROP', ['name.characters']],
    ['Ana@home', ['name.characters']],
    ['Ana 🪿', ['name.characters']],
    ['9'.repeat(101), ['name.too_long', 'name.characters']],
  ])('%j breaks %j', (name, broken) => {
    expect(codes(checkName(name))).toEqual(broken)
  })

  it('is written in one way: composed, single plain spaces, none at the ends', () => {
    expect(z.parse(personName, '  Jose\u0301   de\u00a0la  Cruz ')).toBe('José de la Cruz')
  })

  it('comes through a second time as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('aÑñ ’-\u0301\u00a0\u3000李')), minLength: 1 }),
        (text) => {
          const first = z.safeParse(personName, `A${text}`)
          if (first.success) expect(z.parse(personName, first.data)).toBe(first.data)
          expect(first.success).toBe(true)
        },
      ),
    )
  })

  it('is any letters of any script', () => {
    const letter = fc.constantFrom(...Array.from('aZñÉçßŁøİıحمדיאωЖ한글かナ李'))
    fc.assert(
      fc.property(fc.string({ unit: letter, minLength: 1, maxLength: 100 }), (name) => {
        expect(checkName(name)).toEqual([])
      }),
    )
  })
})

describe('an e-mail address', () => {
  it.each([
    'a@b.co',
    'maria.garcia+dss@mail.example.org',
    "o'neill@example.org",
    'x_y-z@sub.sub.example.museum',
    'maria@example.xn--p1ai',
    `${'a'.repeat(64)}@example.org`,
  ])('may be %s', (address) => {
    expect(checkEmail(address)).toEqual([])
  })

  it.each([
    'maria',
    'maria@',
    '@example.org',
    'maria@example',
    'maria@@example.org',
    'maria garcia@example.org',
    'maria@exam ple.org',
    'maria@example..org',
    '.maria@example.org',
    'maria.@example.org',
    'ma..ria@example.org',
    'maria@-example.org',
    'maria@example-.org',
    'maria@example.o',
    'maria@example.123',
    'maria@[127.0.0.1]',
    '"maria"@example.org',
    'maria@example.org, ana@example.org',
    'maria@example.org\nbcc:ana@example.org',
    'maría@example.org',
    'Maria <maria@example.org>',
    'maria@example.org\u0000',
    `${'a'.repeat(65)}@example.org`,
    '',
  ])('is not %j', (address) => {
    expect(codes(checkEmail(address))).toEqual(['email.format'])
  })

  it('has at most 254 characters', () => {
    const domain = `${'a'.repeat(60)}.`.repeat(4)
    expect(checkEmail(`maria@${domain}org`.padStart(254, 'x'))).toEqual([])
    expect(codes(checkEmail(`maria@${domain}org`.padStart(255, 'x')))).toEqual(['email.too_long'])
  })

  it('loses the spaces around it', () => {
    expect(z.parse(email, ' maria@example.org ')).toBe('maria@example.org')
  })

  it('may be left blank in a form, and nowhere else', () => {
    expect(z.parse(emailOrBlank, '  ')).toBe('')
    expect(z.safeParse(email, '').success).toBe(false)
  })

  it('is what others take for one', () => {
    fc.assert(
      fc.property(fc.emailAddress({ size: 'small' }), (address) => {
        expect(checkEmail(address)).toEqual([])
      }),
    )
  })

  it('takes no time to refuse', () => {
    for (const hard of [`${'a.'.repeat(120)}@`, `a@${'a-'.repeat(120)}`, `a@${'a.'.repeat(120)}`]) {
      expect(processorTimeOf(() => checkEmail(hard))).toBeLessThan(50)
    }
  })
})
