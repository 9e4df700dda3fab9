import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'
import { fromRoot } from './workspace.ts'

/** What no code that runs for people may do, with a line that does it. docs/asvs.md counts on each. */
const forbidden: readonly (readonly [what: string, pattern: RegExp, example: string])[] = [
  ['code made of text', /\beval\(|new Function\(|node:vm['"]/, 'return eval(text)'],
  [
    'statements made of text',
    /\$(?:query|execute)RawUnsafe|Prisma\.raw\(|\.query(?:<[^(]*>)?\(\s*`[^`]*\$\{/,
    'await pool.query(`SELECT * FROM account WHERE user_id = ${userId}`)',
  ],
  [
    'markup made of text',
    /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write\(/,
    'element.innerHTML = name',
  ],
  [
    'an address of anywhere',
    /\blocation\.href\s*=[^=]|\blocation\.(?:assign|replace)\(|window\.open\(/,
    'location.assign(next)',
  ],
  ['pasting that is held off', /\bonPaste|\bonBeforeInput|['"](?:before)?paste['"]/, 'onPaste={refuse}'],
  ['unchecked certificates', /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/, 'rejectUnauthorized: false'],
]

/** Written files below these folders, without tests and what only tests use. */
function codeIn(...folders: readonly string[]): { file: string; text: string }[] {
  return folders
    .flatMap((folder) => sourceFiles(folder))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\/|\.gen\.ts$/.test(file))
    .map((file) => ({ file, text: readFileSync(fromRoot(file), 'utf8') }))
}

const server = codeIn('apps/api/src')
const everywhere = [...server, ...codeIn('apps/web/src', 'packages/contract/src', 'packages/client/src')]

function filesWith(pattern: RegExp, code: typeof everywhere): string[] {
  return code.filter(({ text }) => pattern.test(text)).map(({ file }) => file)
}

describe('a forbidden call', () => {
  test('none stands in what runs for people', () => {
    expect(everywhere.length).toBeGreaterThan(100)
    expect(
      forbidden.flatMap(([what, pattern]) => filesWith(pattern, everywhere).map((file) => [what, file])),
    ).toEqual([])
  })

  test.each(forbidden)('is found: %s', (_what, pattern, example) => {
    expect(example).toMatch(pattern)
  })
})

describe('the server', () => {
  test('makes patterns of routes alone', () => {
    expect(filesWith(/new RegExp\(/, everywhere)).toEqual(['apps/api/src/plugins/not-found.ts'])
  })

  test('starts a process from one place alone, to open files in it', () => {
    expect(filesWith(/['"](?:node:)?child_process['"]/, everywhere)).toEqual([
      'apps/api/src/rooms/documents/inspection/inspection-process.ts',
    ])
  })

  test('fetches from one place alone', () => {
    expect(filesWith(/\bfetch\(|from 'undici'/, server)).toEqual([
      'apps/api/src/adapters/captcha/recaptcha.ts',
    ])
  })

  test('uses no cipher but AES-256-GCM, and no hash that is broken', () => {
    const named = server.flatMap(({ text }) =>
      [...text.matchAll(/create(?:Cipheriv|Decipheriv|Hash|Hmac)\('([^']+)'/g)].map(([, name]) => name),
    )
    expect([...new Set(named)].toSorted()).toEqual(['aes-256-gcm', 'sha256', 'sha384'])
    expect(filesWith(/create(?:Cipheriv|Decipheriv|Hash|Hmac)\((?!')/, server)).toEqual([])
  })
})
