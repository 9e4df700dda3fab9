import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../testing/test-app.ts'

let api: TestApp
let root: string
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'connect-web-'))
  await mkdir(path.join(root, 'assets'))
  await mkdir(path.join(root, '.vite'))
  await writeFile(path.join(root, 'index.html'), '<!doctype html><title>The pages</title>')
  await writeFile(path.join(root, 'assets/app-1a2b.js'), 'export {}')
  await writeFile(path.join(root, '.vite/manifest.json'), '{}')
  api = await startTestApp({ settings: { WEB_ROOT: root } })
})
afterAll(async () => {
  await api.stop()
  await rm(root, { recursive: true })
})

describe('the pages', () => {
  it.each(['/', '/sign-in', '/create-account/name', '/problems/limit.rate'])(
    'are the SPA at %s',
    async (url) => {
      const response = await api.app.inject(url)
      expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(response.body).toContain('The pages')
    },
  )

  it('let files that never change be kept', async () => {
    const { headers } = await api.app.inject('/assets/app-1a2b.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it.each([
    '/assets/nothing.js',
    '/.vite/manifest.json',
    '/%2e%2e/package.json',
    '/%00',
    '/assets/%00.js',
    '/assets//app-1a2b.js.map',
    '/api//v1/session',
    '/api/v1/session%00',
    '/api/docs/%2e%2e/etc',
    '/assets/..%5c..%5cpackage.json',
    `/assets/${'a'.repeat(300)}.js`,
  ])('are nothing, and never a fault of ours, at %s', async (url) => {
    const response = await api.app.inject(url)
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'resource.not_found' })
  })

  it('answer odd conditions and ranges without a fault', async () => {
    for (const headers of [{ range: 'bytes=9999-' }, { 'if-match': '"x"' }]) {
      expect((await api.app.inject({ url: '/assets/app-1a2b.js', headers })).statusCode).toBeLessThan(500)
    }
  })
})
