import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import type { ImportLineResult } from '@connect/contract/rooms/case-feed'

export interface ImportRequest {
  /** Sends lines, and waits when the server does not take more. */
  send(lines: readonly string[]): Promise<void>
  end(): void
  /** Goes away in the middle of a line. */
  breakOff(cut: string): Promise<void>
  readonly response: Promise<IncomingMessage>
  /** One result after the other; null at the end. Throws when the answer is cut off. */
  next(): Promise<ImportLineResult | null>
  /** All that are left. */
  rest(): Promise<ImportLineResult[]>
}

/** An import over the wire, sent and answered piece by piece. */
export function importOver(origin: string, { token, key }: { token: string; key: string }): ImportRequest {
  const request = http.request(`${origin}/api/v1/agency/imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/x-ndjson',
      'idempotency-key': key,
    },
  })
  request.flushHeaders()
  const response = once(request, 'response').then(([answer]) => answer as IncomingMessage)
  response.catch(() => undefined)
  request.on('error', () => undefined)
  let lines: AsyncIterator<string> | undefined

  async function next(): Promise<ImportLineResult | null> {
    const answer = await response
    lines ??= createInterface(answer)[Symbol.asyncIterator]()
    const line = await lines.next()
    if (line.done !== true) return JSON.parse(line.value) as ImportLineResult
    if (!answer.complete) throw new Error('the answer was cut off')
    return null
  }

  return {
    response,
    next,
    async send(more) {
      if (!request.write(more.map((line) => `${line}\n`).join(''))) await once(request, 'drain')
    },
    end: () => {
      request.end()
    },
    async breakOff(cut) {
      await new Promise((sent) => request.write(cut, sent))
      request.destroy()
    },
    async rest() {
      const results: ImportLineResult[] = []
      for (let one = await next(); one !== null; one = await next()) results.push(one)
      return results
    },
  }
}
