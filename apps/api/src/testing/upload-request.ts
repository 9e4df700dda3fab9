import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import type { SignedInBrowser } from './signed-in.ts'

/** An upload over the wire, sent piece by piece. */
export interface UploadRequest {
  /** Sends bytes of the form, and waits when the server does not take more. */
  send(bytes: Uint8Array): Promise<void>
  end(): void
  /** Goes away without a word. */
  breakOff(): void
  readonly answer: Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>
}

export function uploadOver(
  origin: string,
  { cookie }: Pick<SignedInBrowser, 'cookie'>,
  { type, length, key }: { readonly type: string; readonly length: number; readonly key: string },
): UploadRequest {
  const request = http.request(`${origin}/api/v1/documents`, {
    method: 'POST',
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': type,
      'content-length': length,
      'idempotency-key': key,
    },
  })
  request.flushHeaders()
  request.on('error', () => undefined)
  const answer = once(request, 'response').then(async ([found]) => {
    const response = found as IncomingMessage
    return { status: response.statusCode ?? 0, body: (await json(response)) as Record<string, unknown> }
  })
  answer.catch(() => undefined)
  return {
    answer,
    async send(bytes) {
      if (!request.write(bytes)) await once(request, 'drain')
    },
    end: () => {
      request.end()
    },
    breakOff: () => {
      request.destroy()
    },
  }
}
