import { answerOf, unreachable, type Answer } from '../api.ts'
import type { StoredDocument } from './document-place.ts'
import { nameToSend } from './file-issues.ts'

/** What is sent. */
export interface OutgoingFile {
  readonly kind: string
  readonly file: File
  /** The same for every try to send this file: what arrived once is not stored twice. */
  readonly idempotencyKey: string
}

interface SendingWatch {
  readonly signal: AbortSignal
  /** How much of it is on the other side, from 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** How long, in milliseconds, nothing may move before the connection counts as lost. */
const longestStandstill = 45_000

/**
 * Sends one file. `fetch` cannot tell how much of it has gone, so this is the one request of another kind. It never
 * throws: what was ended or got no answer is `unreachable`.
 */
export function sendDocument(
  { kind, file, idempotencyKey }: OutgoingFile,
  { signal, onProgress }: SendingWatch,
): Promise<Answer<StoredDocument>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let standstill: ReturnType<typeof setTimeout>
    const abort = () => {
      request.abort()
    }
    const stillMoving = () => {
      clearTimeout(standstill)
      standstill = setTimeout(abort, longestStandstill)
    }
    request.upload.onprogress = ({ loaded, total }) => {
      stillMoving()
      if (total > 0) onProgress(loaded / total)
    }
    request.onloadend = () => {
      clearTimeout(standstill)
      signal.removeEventListener('abort', abort)
      resolve(answerFrom(request))
    }
    signal.addEventListener('abort', abort)
    const form = new FormData()
    form.append('kind', kind)
    form.append('file', file, nameToSend(file))
    request.open('POST', '/api/v1/documents')
    request.setRequestHeader('Idempotency-Key', idempotencyKey)
    stillMoving()
    request.send(form)
    if (signal.aborted) abort()
  })
}

async function answerFrom(request: XMLHttpRequest): Promise<Answer<StoredDocument>> {
  if (request.status === 0) return { refusal: { ...unreachable } }
  const retryAfter = request.getResponseHeader('retry-after')
  const response = new Response(null, {
    status: request.status,
    headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
  })
  const body = bodyOf(request.responseText)
  return answerOf(Promise.resolve({ data: body as StoredDocument, error: body, response }))
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy on the way may answer in its own manner.
    return undefined
  }
}
