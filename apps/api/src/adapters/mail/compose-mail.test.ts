import { locales } from '@connect/contract/shared/text'
import { describe, expect, test } from 'vitest'
import type { MailTemplate } from '../../kernel/notices.ts'
import { composeMail } from './compose-mail.ts'
import { englishMail } from './templates/en.ts'

const templates = Object.keys(englishMail.text) as MailTemplate[]
const support = { phone: '1-877-874-1612', hours: { days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:00' } }
const surroundings = { publicUrl: 'https://portal.example', support }

/** More than any template needs, each with signs that mean something in HTML and in addresses. */
const values = {
  token: 'a+b/c&d#e',
  userIds: ['<b>rosa</b>', `o'neill&"co"`],
  confirmationNumber: '4821 0375 9168',
  receivedOn: '2026-11-21',
  dueOn: '2026-11-30',
}

const all = templates.flatMap((template) =>
  locales.map((locale) => ({
    template,
    locale,
    ...composeMail({ template, locale, values }, surroundings),
  })),
)

describe('every e-mail, in every language', () => {
  test.each(all)('$template ($locale) names nothing of a person in its subject', ({ subject }) => {
    expect(subject).toContain('ConneCT')
    expect(subject).not.toMatch(/rosa|neill|a\+b|4821/)
    expect(subject.length).toBeLessThan(70)
  })

  test.each(all)('$template ($locale) links to our own pages only', ({ parts, html, text }) => {
    const links = parts.flatMap((part) => (part.kind === 'link' ? [part.href] : []))
    for (const href of links) expect(new URL(href).origin).toBe('https://portal.example')
    const written = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(written).toEqual(links)
    expect(html).not.toMatch(/<(img|script|link|iframe|form)|src=|url\(/)
    expect(text.match(/https?:\S+/g) ?? []).toEqual(links)
  })

  test.each(all)('$template ($locale) says whom to call and when', ({ text, locale }) => {
    expect(text).toContain(
      locale === 'en'
        ? '1-877-874-1612, Monday to Friday, 8:30\u00a0a.m. to 5\u00a0p.m.\n'
        : '1-877-874-1612, de lunes a viernes, de 8:30\u00a0a.m. a 5\u00a0p.m.\n',
    )
  })

  test.each(all)('$template ($locale) never shouts and never says "invalid"', ({ subject, text }) => {
    expect(subject + text).not.toMatch(/[!¡]|invalid|inválid/i)
  })

  test('says the same in both forms', () => {
    for (const { html, text } of all) {
      const words = html
        .replace(/<head>.*<\/head>/s, '')
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
      const plain = text.replaceAll(/:\nhttps?:\S+/g, '').replaceAll(/^- /gm, '')
      expect(words.split(/\s+/).filter(Boolean)).toEqual(plain.split(/\s+/).filter(Boolean))
    }
  })
})

test('what a person typed is text in HTML, never markup', () => {
  const { html } = composeMail({ template: 'user_id_reminder', locale: 'en', values }, surroundings)
  expect(html).toContain('&lt;b&gt;rosa&lt;/b&gt;')
  expect(html).toContain('o&#39;neill&amp;&quot;co&quot;')
})

test('a token stands in the fragment, which no server gets to see, and comes out of it whole', () => {
  const { parts } = composeMail({ template: 'email_confirmation', locale: 'en', values }, surroundings)
  const [link] = parts.flatMap((part) => (part.kind === 'link' ? [new URL(part.href)] : []))
  expect(link).toMatchObject({ pathname: '/confirm-email', search: '' })
  expect(new URLSearchParams(link?.hash.slice(1)).get('token')).toBe(values.token)
})

test('a report that arrived is told with its number, its day and by when somebody looks at it', () => {
  const mail = { template: 'report_received', values } as const
  const english = composeMail({ ...mail, locale: 'en' }, surroundings)
  expect(english.text).toContain('on November 21, 2026. Your confirmation number is 4821 0375 9168.')
  expect(english.text).toContain('Due date: November 30, 2026.')
  expect(english.text).toContain('as a rule by December 1, 2026.')
  const { text } = composeMail({ ...mail, locale: 'es' }, surroundings)
  expect(text).toContain('el 21 de noviembre de 2026. Su número de confirmación es 4821 0375 9168.')
  expect(text).toContain('a más tardar el 1 de diciembre de 2026.')
})

test('without a line to call, or without its hours, none is made up', () => {
  const mail = { template: 'password_changed', locale: 'es', values: {} } as const
  expect(composeMail(mail, { ...surroundings, support: null }).text).not.toContain('¿Tiene preguntas?')
  const { text } = composeMail(mail, { ...surroundings, support: { ...support, hours: null } })
  expect(text).toContain('Llame al 1-877-874-1612.\n')
})

test('a value that is missing is a fault, not a hole in the text', () => {
  expect(() =>
    composeMail({ template: 'email_confirmation', locale: 'en', values: {} }, surroundings),
  ).toThrow('An e-mail lacks its text "token"')
})
