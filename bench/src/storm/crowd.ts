import { setTimeout as delay } from 'node:timers/promises'
import { createHttpClient, type Answer, type HttpClient } from '../client/http-client.ts'

/** One answer that somebody of the crowd got. */
export interface Met {
  readonly what: string
  readonly status: number
  readonly wait: number
  /** Since the beginning, in milliseconds. */
  readonly at: number
  /** Said when to come again: null where it did not. */
  readonly retryAfter: number | null
  /** Of a refusal its code, and those of all that it found. */
  readonly codes: string
}

interface Task {
  readonly what: string
  run(client: HttpClient): Promise<Answer>
}

export interface CrowdOptions {
  readonly baseUrl: string
  readonly clients: number
  readonly seconds: number
  /** What somebody does next, and again until it is not refused as busy. */
  readonly next: () => Task
}

/** Nothing was decided: 503, or 409 for what was cut off and is still being worked on. */
export const isForLater = (status: number): boolean => status === 503 || status === 409

function codesIn(text: string): string {
  const { code = '', errors = [] } = JSON.parse(text) as { code?: string; errors?: { code: string }[] }
  return [code, ...errors.map((error) => error.code)].join(' ')
}

/**
 * So many clients at once, each with the next request as soon as the last one is answered; who is told when to come again
 * comes then. Tells all that they met.
 */
export async function runCrowd({ baseUrl, clients, seconds, next }: CrowdOptions): Promise<Met[]> {
  const met: Met[] = []
  const started = performance.now()
  const left = (): number => seconds * 1000 - (performance.now() - started)

  async function live(): Promise<void> {
    const client = createHttpClient(baseUrl)
    for (let task = next(); left() > 0;) {
      const { status, headers, wait, text } = await task.run(client)
      const retryAfter = headers['retry-after'] === undefined ? null : Number(headers['retry-after'])
      const codes = status < 400 ? '' : codesIn(text)
      met.push({ what: task.what, status, wait, at: performance.now() - started, retryAfter, codes })
      if (!isForLater(status)) task = next()
      else await delay(Math.max(0, Math.min(left(), (retryAfter ?? 0) * 1000)))
    }
    client.close()
  }

  await Promise.all(Array.from({ length: clients }, live))
  return met
}
