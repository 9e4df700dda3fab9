import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { answerClientError, followAnswers } from './client-errors.ts'

/** Answers with a line at once, and says no more. */
const server = createServer((request, response) => {
  request.resume().on('error', () => undefined)
  response.write('a line\n')
})
followAnswers(server)
server.on('clientError', (error, socket) => {
  answerClientError(error, socket as never, { secure: false, captchaSources: [] })
})
afterEach(() => server.close())

test('a request that breaks while it is answered gets no second answer in the first one', async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n')
  await once(socket, 'readable')
  socket.write('this is no chunk\r\n')
  const answer = await text(socket)
  expect(answer).toContain('a line')
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
})
