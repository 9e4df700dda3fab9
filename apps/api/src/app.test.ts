import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAddress, newKey, post } from './testing/requests.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let api: TestApp
beforeAll(async () => {
  api = await startTestApp({ settings: { METRICS_TOKEN: 'a-token-for-the-scraper' } })
})
afterAll(async () => {
  await api.stop()
})

const checkUrl = '/user-id-checks'

describe('what is no request of ours', () => {
  it.each([
    ['text that is no JSON', '{"userId":', 400, 'request.not_json'],
    ['nothing', '', 400, 'request.not_json'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]).toString('latin1'), 422, 'request.invalid'],
    ['a list', '[]', 422, 'request.invalid'],
    ['null', 'null', 422, 'request.invalid'],
    ['nesting without end', `${'['.repeat(30)}${']'.repeat(30)}`, 422, 'request.invalid'],
    ['half a character', '{"userId":"\\ud800"}', 422, 'request.invalid'],
  ])('is refused: %s', async (_what, body, status, code) => {
    const response = await post(api, checkUrl, body)
    expect([
      response.statusCode,
      response.headers['content-type'],
      response.json<{ code: string }>().code,
    ]).toEqual([status, expect.stringMatching(/^application\/problem\+json\b/), code])
  })

  it('is refused in another content type than JSON', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const response = await post(api, checkUrl, '{"userId":"bluebird42"}', { 'content-type': type })
      expect(response.json()).toMatchObject({ status: 415, code: 'request.media_type' })
    }
  })

  it('is refused when it is larger than 64 KiB', async () => {
    const response = await post(api, checkUrl, { userId: 'x'.repeat(70_000) })
    expect(response.json()).toMatchObject({ status: 413, code: 'request.too_large' })
  })

  it('is refused for a query key that is repeated, unknown or missing', async () => {
    for (const query of ['action=register&action=sign-in', 'action=register&more=1', '', 'action=%00']) {
      const response = await api.app.inject({
        url: `/api/v1/captcha/challenge?${query}`,
        headers: { 'x-forwarded-for': newAddress() },
      })
      expect(response.json()).toMatchObject({ status: 422, code: 'request.invalid' })
    }
  })

  it('is refused in our own form where nobody asked for a body', async () => {
    for (const type of ['text/plain', 'application/json']) {
      const payload = type === 'text/plain' ? 'x' : '{"x":"\\u0000"}'
      const headers = { 'content-type': type }
      const response = await api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers, payload })
      expect(response.statusCode).toBe(type === 'text/plain' ? 415 : 422)
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    }
  })

  it('is refused in another encoding than plain UTF-8', async () => {
    for (const headers of [
      { 'content-encoding': 'gzip' },
      { 'content-type': 'application/json; charset=utf-16' },
    ]) {
      const response = await post(api, checkUrl, '{"userId":"bluebird42"}', headers)
      expect(response.json()).toMatchObject({ status: 415, code: 'request.media_type' })
    }
  })

  it('is refused for query keys where none are declared', async () => {
    const response = await api.app.inject('/api/v1/offices?a=1')
    expect(response.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/query/a', code: 'field.unknown' }],
    })
  })

  it('may name a type for a body that it does not send', async () => {
    const headers = { 'content-type': 'application/json' }
    expect((await api.app.inject({ method: 'DELETE', url: '/api/v1/session', headers })).statusCode).toBe(204)
  })

  it('has an answer for every method that there is', async () => {
    for (const method of ['QUERY', 'PROPFIND', 'LOCK'] as const) {
      const response = await api.app.inject({ method: method as 'GET', url: '/api/v1/offices' })
      expect(response.json()).toMatchObject({ status: 405, code: 'request.method_not_allowed' })
      expect(response.headers.allow).toBe('GET, HEAD')
      const nowhere = await api.app.inject({ method: method as 'GET', url: '/api/v1/nothing' })
      expect(nowhere.statusCode).toBe(404)
    }
  })

  it('may hold no field where an operation takes no body', async () => {
    const send = (payload: string) =>
      api.app.inject({
        method: 'DELETE',
        url: '/api/v1/session',
        headers: { 'content-type': 'application/json' },
        payload,
      })
    expect((await send('{"everywhere":true}')).json()).toMatchObject({
      status: 422,
      errors: [{ pointer: '/everywhere', code: 'field.unknown' }],
    })
    expect((await send('[1]')).statusCode).toBe(422)
    expect((await send('{}')).statusCode).toBe(204)
  })

  it('is told which methods an address takes', async () => {
    const response = await api.app.inject({ method: 'PUT', url: '/api/v1/session' })
    expect(response.json()).toMatchObject({ status: 405, code: 'request.method_not_allowed' })
    expect(response.headers.allow).toContain('GET')
  })

  it('finds nothing where nothing is', async () => {
    expect((await api.app.inject('/api/v1/nothing')).json()).toMatchObject({
      status: 404,
      code: 'resource.not_found',
      type: '/problems/resource.not_found',
    })
  })

  it.each([
    ['bytes that are no HTTP', 'NOT HTTP AT ALL\r\n\r\n', '"code":"request.malformed"'],
    ['no host', 'GET /livez HTTP/1.1\r\nConnection: close\r\n\r\n', '"code":"request.malformed"'],
    [
      'an expectation that nobody knows',
      'GET /api/v1/nothing HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nConnection: close\r\n\r\n',
      '"code":"resource.not_found"',
    ],
  ])('gets a problem document even for %s', async (_what, bytes, told) => {
    if (!api.app.server.listening) await api.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = api.app.server.address() as AddressInfo
    const answer = await new Promise<string>((resolve, reject) => {
      const chunks: Buffer[] = []
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      socket
        .on('data', (chunk) => chunks.push(chunk))
        .on('error', reject)
        .on('close', () => {
          resolve(Buffer.concat(chunks).toString())
        })
    })
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer).toContain('content-security-policy: default-src')
    expect(answer).toContain(told)
  })
})

describe('every answer', () => {
  it.each(['/api/v1/secret-questions', '/api/v1/nothing', '/livez', '/api/docs', '/%zz'])(
    'carries the security headers: %s',
    async (url) => {
      const { headers } = await api.app.inject(url)
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'/,
      )
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      })
    },
  )

  it('forbids inline scripts and asks for Trusted Types, but on the viewer’s page', async () => {
    const policyOf = async (url: string) =>
      (await api.app.inject(url)).headers['content-security-policy'] as string
    expect(await policyOf('/livez')).toContain(
      "require-trusted-types-for 'script'; trusted-types connect-worker",
    )
    expect(await policyOf('/api/docs')).not.toContain('trusted-types')
    expect(await policyOf('/api/docs')).not.toContain("script-src 'self' 'unsafe-inline'")
  })

  it('is kept by nobody unless it is the same for everybody', async () => {
    expect((await api.app.inject('/api/v1/session')).headers['cache-control']).toBe('no-store')
    expect((await api.app.inject('/api/v1/secret-questions')).headers['cache-control']).toBe(
      'public, max-age=300',
    )
  })
})

describe('a limit', () => {
  it('says where it stands, and when to come back', async () => {
    const address = { 'x-forwarded-for': newAddress() }
    const first = await post(api, checkUrl, { userId: 'bluebird42' }, address)
    expect(first.headers['ratelimit-policy']).toBe('"user-id-checks";q=60;w=60')
    expect(first.headers.ratelimit).toMatch(/^"user-id-checks";r=59;t=\d+$/)
    const more = await Promise.all(
      Array.from({ length: 125 }, () => post(api, checkUrl, { userId: 'bluebird42' }, address)),
    )
    const refused = more.filter(({ statusCode }) => statusCode === 429)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]?.headers['retry-after']).toMatch(/^[1-9]\d*$/)
  })

  it('counts a whole IPv6 network as one address', async () => {
    const send = (host: number) =>
      post(
        api,
        checkUrl,
        { userId: 'bluebird42' },
        { 'x-forwarded-for': `2001:db8:7:7::${host.toString(16)}` },
      )
    const remaining = (response: Awaited<ReturnType<typeof send>>) =>
      Number(/r=(\d+)/.exec(String(response.headers.ratelimit))?.[1])
    const [first, next] = [await send(1), await send(2)]
    expect([remaining(first) - 1, 59]).toContain(remaining(next))
  })

  it('believes no forwarded header of a stranger', async () => {
    const plain = await startTestApp({ settings: { TRUSTED_PROXIES: '' } })
    const remaining = async () =>
      /r=\d+/.exec(String((await post(plain, checkUrl, { userId: 'bluebird42' })).headers.ratelimit))?.[0]
    const [first, next] = [await remaining(), await remaining()]
    expect(first).not.toBe(next)
    await plain.stop()
  })
})

describe('whoever runs the service', () => {
  it('learns whether it lives and is ready', async () => {
    expect((await api.app.inject('/livez')).statusCode).toBe(200)
    expect((await api.app.inject('/readyz')).statusCode).toBe(200)
  })

  it('reads the metrics with the token alone', async () => {
    expect((await api.app.inject('/metrics')).statusCode).toBe(404)
    const response = await api.app.inject({
      url: '/metrics',
      headers: { authorization: 'Bearer a-token-for-the-scraper' },
    })
    expect(response.body).toContain('connect_request_seconds_count{operation="checkUserId"')
  })
})

describe('feedback', () => {
  const feedback = { topic: 'idea', message: 'Show the office hours first.', page: '/offices', locale: 'en' }

  it('is stored, sealed, and asks for a security check only after three messages', async () => {
    const address = { 'x-forwarded-for': newAddress() }
    const send = () => post(api, '/feedback', feedback, { ...newKey(), ...address })
    const answers = [await send(), await send(), await send(), await send()]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 422])
    expect(answers[3]?.json()).toMatchObject({ code: 'captcha.required' })
  })
})
