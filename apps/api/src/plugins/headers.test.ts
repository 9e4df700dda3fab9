import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let plain: TestApp
let secure: TestApp
let root: string
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'connect-web-'))
  await mkdir(path.join(root, 'assets'))
  await writeFile(path.join(root, 'index.html'), '<!doctype html><title>The pages</title>')
  await writeFile(path.join(root, 'assets/app-1a2b.js'), 'export {}')
  plain = await startTestApp({ settings: { WEB_ROOT: root } })
  const PUBLIC_URL = 'https://connect.example.gov'
  secure = await startTestApp({ beside: plain, settings: { WEB_ROOT: root, PUBLIC_URL } })
})
afterAll(async () => {
  await secure.stop()
  await plain.stop()
  await rm(root, { recursive: true })
})

/** Answers of each kind: operations, problems, probes, pages, files, and what no hook sees. */
const addresses = [
  '/api/v1/secret-questions',
  '/api/v1/session',
  '/api/v1/nothing',
  '/livez',
  '/api/docs',
  '/sign-in',
  '/assets/app-1a2b.js',
  '/%zz',
]

describe.each(addresses)('the answer at %s', (url) => {
  it('keeps browsers to TLS for two years, subdomains too, where the portal is reached over TLS', async () => {
    const { headers } = await secure.app.inject(url)
    expect(headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains')
    expect((await plain.app.inject(url)).headers).not.toHaveProperty('strict-transport-security')
  })

  it('lets no other origin read it, whatever it asks', async () => {
    const origin = { origin: 'https://elsewhere.example' }
    const preflight = { ...origin, 'access-control-request-method': 'POST' }
    const answers = [
      await secure.app.inject({ url, headers: origin }),
      await secure.app.inject({ method: 'OPTIONS', url, headers: preflight }),
    ]
    const names = answers.flatMap(({ headers }) => Object.keys(headers))
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  it('sends nobody elsewhere, and from http to https nobody in silence', async () => {
    const { statusCode, headers } = await secure.app.inject({ url, headers: { 'x-forwarded-proto': 'http' } })
    expect([200, 401, 404]).toContain(statusCode)
    expect(headers).not.toHaveProperty('location')
  })

  it('says of which type it is, and that text is UTF-8', async () => {
    const type = (await plain.app.inject(url)).headers['content-type']
    expect(type).toMatch(/^(?:application\/(?:problem\+json|json|javascript)|text\/html); charset=utf-8$/)
  })
})

describe('what nobody needs', () => {
  it('is TRACE', async () => {
    const headers = { cookie: '__Host-session=abc', 'sec-fetch-site': 'same-origin' }
    for (const url of ['/', '/api/v1/session', '/assets/app-1a2b.js']) {
      const response = await plain.app.inject({ method: 'TRACE' as 'GET', url, headers })
      expect([404, 405]).toContain(response.statusCode)
      expect(response.body).not.toContain('abc')
    }
  })

  it('is a list of a folder', async () => {
    for (const url of ['/assets', '/assets/', '/api/docs/files', '/api/docs/files/']) {
      const { body } = await plain.app.inject(url)
      expect(body).not.toMatch(/app-1a2b|swagger-ui-bundle\.js\.map|package\.json/)
    }
  })
})
