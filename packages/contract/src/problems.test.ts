import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { issueCodes, problemCodes, problems } from './problems.ts'

/** Codes that no rule of the contract can find out, and who does. */
const foundElsewhere: Readonly<Record<string, string>> = {
  'body.too_deep': 'the API, when it reads a body',
  'password.not_current': 'the account room, which compares it',
  'user_id.taken': 'the account room, which asks the database',
  'scope.not_held': 'the integrations room, which knows the token that asks',
  'content.type': 'the cases room, which looks into a letter',
  'case_review.wrong_decision': 'the cases room, which knows the kind of a review',
  'document.submitted': 'the documents room, which asks the database',
  'document.refused': 'the documents room, which asks the database',
  'document.receiving': 'the documents room, which asks the database',
  'document.checking': 'the documents room, which asks the database',
  'document.not_a_picture': 'the documents room, which asks the database',
  'statement.old_version': 'the changes room, when a report is signed',
  'file.empty': 'the documents room, which looks at what arrives',
  'file.type': 'the documents room, which looks at what arrives',
  'captcha.wrong': 'the provider of security checks',
  'captcha.spent': 'the account room, which remembers solutions',
  'captcha.expired': 'the provider of security checks',
  'captcha.other_action': 'the provider of security checks',
}

/** Every code that stands in the contract's own source as something to report. */
function reportedCodes(): Set<string> {
  const root = new URL('.', import.meta.url)
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path !== 'problems.ts',
  )
  const text = sources.map((path) => readFileSync(new URL(path, root), 'utf8')).join('\n')
  const sizes = ['text', 'list', 'number'].flatMap((noun) => [`${noun}.too_small`, `${noun}.too_big`])
  return new Set([...sizes, ...[...text.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, code = '']) => code)])
}

describe('the catalogue of issues', () => {
  it('holds what the contract reports and what is found elsewhere, no more and no less', () => {
    const reported = reportedCodes()
    const expected = [...new Set([...reported, ...Object.keys(foundElsewhere)])].sort()
    expect(Object.keys(issueCodes).sort()).toEqual(expected)
  })

  it('claims nothing to be found elsewhere that the contract finds', () => {
    const reported = reportedCodes()
    expect(Object.keys(foundElsewhere).filter((code) => reported.has(code))).toEqual([])
  })

  it('says in one plain sentence what to do', () => {
    for (const [code, words] of Object.entries(issueCodes)) {
      expect(code).toMatch(/^[a-z_]+\.[a-z_]+$/)
      expect(words, code).toMatch(/^[A-Z].*\.$/)
      expect(words, code).not.toMatch(/invalid|illegal|!$/i)
    }
  })
})

describe('the catalogue of problems', () => {
  it('gives each a status of its kind and a title', () => {
    for (const code of problemCodes) {
      const { status, title } = problems[code]
      expect(status, code).toBeGreaterThanOrEqual(400)
      expect(status, code).toBeLessThan(600)
      expect(title, code).toMatch(/^[A-Z].*[^.]$/)
    }
  })

  it('shares no code with the catalogue of issues, but for what both may say', () => {
    expect(problemCodes.filter((code) => code in issueCodes)).toEqual(['document.submitted'])
  })
})
