import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemsPlugin } from './problems.ts'
import { timeLimitPlugin } from './time-limit.ts'

let app: FastifyInstance
const never = new Promise<never>(() => undefined)

beforeAll(async () => {
  app = Fastify({ forceCloseConnections: true })
  await app.register(problemsPlugin)
  await app.register(timeLimitPlugin, { arriving: 300, answering: 300, silent: 750 })
  app.post('/echo', (request) => ({ got: request.body }))
  app.get('/stuck', () => never)
  app.post('/long', { config: { lasts: 60_000 } }, (_request, reply) => {
    setTimeout(() => void reply.send('late'), 600)
    return reply
  })
  app.addContentTypeParser('application/octet-stream', (_request, body, parsed) => {
    parsed(null, body)
  })
  app.post('/upload', { config: { arrives: 900 } }, async (request) => {
    const got = (await buffer(request.body as Readable)).toString()
    return got === 'stuck' ? never : { got }
  })
  app.post('/upload/slow', { config: { arrives: 60_000 } }, async (request) => ({
    got: (await buffer(request.body as Readable)).toString(),
  }))
  app.get('/endless', { config: { lasts: 300 } }, (_request, reply) => {
    reply.raw.writeHead(200)
    reply.raw.write('the first half')
    return reply.hijack()
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

async function talk(head: string): Promise<Socket> {
  const { port } = app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${head}\r\nhost: here\r\nconnection: close\r\n`)
  return socket
}

const json = 'content-type: application/json\r\n'

test('a body that does not arrive in time is answered 408, and the connection ends', async () => {
  const socket = await talk('POST /echo HTTP/1.1')
  socket.write(`${json}content-length: 10\r\n\r\n{"a"`)
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1.1 408 /)
  expect(answer).toContain('"code":"request.timeout"')
  expect(answer).toMatch(/connection: close/i)
})

test('a body that arrives is answered', async () => {
  const socket = await talk('POST /echo HTTP/1.1')
  socket.write(`${json}content-length: 7\r\n\r\n{"a":`)
  socket.write('1}')
  expect(await text(socket)).toContain('{"got":{"a":1}}')
})

test('work that takes too long is answered 503, with when to come back', async () => {
  const socket = await talk('GET /stuck HTTP/1.1')
  socket.write('\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1.1 503 /)
  expect(answer).toMatch(/retry-after: 2/i)
})

test('an operation that says how long it lasts has that time', async () => {
  const socket = await talk('POST /long HTTP/1.1')
  socket.write(`${json}content-length: 2\r\n\r\n{}`)
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1.1 200 /)
  expect(answer).toContain('late')
})

test('and no more: an answer that goes on is cut off, so that nobody takes it for whole', async () => {
  const socket = await talk('GET /endless HTTP/1.1')
  socket.write('\r\n')
  const answer = await text(socket)
  expect(answer).toContain('the first half')
  expect(answer).not.toMatch(/\r\n0\r\n\r\n$/)
})

const bytes = 'content-type: application/octet-stream\r\n'

test('a body that an operation reads itself has the time that its literal says, and no more', async () => {
  const slow = await talk('POST /upload HTTP/1.1')
  slow.write(`${bytes}content-length: 4\r\n\r\nsl`)
  setTimeout(() => slow.write('ow'), 600)
  expect(await text(slow)).toContain('{"got":"slow"}')
  const endless = await talk('POST /upload HTTP/1.1')
  endless.write(`${bytes}content-length: 4\r\n\r\nen`)
  expect(await text(endless)).toMatch(/^HTTP\/1.1 408 /)
})

test('and ends when nothing more of it comes', async () => {
  const silent = await talk('POST /upload/slow HTTP/1.1')
  silent.write(`${bytes}content-length: 4\r\n\r\nen`)
  expect(await text(silent)).toMatch(/^HTTP\/1.1 408 /)
  const slow = await talk('POST /upload/slow HTTP/1.1')
  slow.write(`${bytes}content-length: 3\r\n\r\n`)
  for (const [place, letter] of ['s', 'l', 'o'].entries())
    setTimeout(() => slow.write(letter), (place + 1) * 350)
  expect(await text(slow)).toContain('{"got":"slo"}')
})

test('and its answer is due after the last byte like all others', async () => {
  const socket = await talk('POST /upload HTTP/1.1')
  const begun = performance.now()
  socket.write(`${bytes}content-length: 5\r\n\r\nstuck`)
  expect(await text(socket)).toMatch(/^HTTP\/1.1 503 /)
  expect(performance.now() - begun).toBeLessThan(800)
})
