import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { timeOrderedId } from '../kernel/ids.ts'
import { Problem, problemDocumentOf } from '../kernel/problem.ts'
import { securityHeaders } from './headers.ts'

const latestAnswers = new WeakMap<Socket, ServerResponse>()

/** Remembers which answer each connection got last: one that has begun leaves no room for another. */
export function followAnswers(server: Server): void {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    latestAnswers.set(request.socket, response)
  })
}

/** Whether an answer is on its way, as that of an import is while its lines come. */
function isAnswering(socket: Socket): boolean {
  const answer = latestAnswers.get(socket)
  return answer?.headersSent === true && !answer.writableEnded
}

/** Answers what Node's parser refuses before it is a request at all, in the same form as everything else. */
export function answerClientError(
  error: Error & { code?: string },
  socket: Socket,
  options: { secure: boolean; captchaSources: readonly string[] },
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable || isAnswering(socket)) {
    socket.destroy()
    return
  }
  const problem = new Problem(problemCode(error.code))
  const requestId = timeOrderedId()
  const body = JSON.stringify(problemDocumentOf(problem, requestId))
  const headers = {
    ...securityHeaders(options.secure, options.captchaSources),
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    'x-request-id': requestId,
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end(
    `HTTP/1.1 ${String(problem.status)} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.join('\r\n')}\r\n\r\n${body}`,
  )
}

function problemCode(code: string | undefined) {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request.timeout'
  return code === 'HPE_HEADER_OVERFLOW' ? 'request.too_large' : 'request.malformed'
}
