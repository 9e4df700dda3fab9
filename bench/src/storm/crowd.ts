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
  /** Whether a client that is told when to come again does so, or tries again at once. */
  readonly isPolite: boolean
}

/** So many clients at once, each with the next request as soon as the last one is answered. Tells all that they met. */
export async function runCrowd({ baseUrl, clients, seconds, next, isPolite }: CrowdOptions): Promise<Met[]> {
  const met: Met[] = []
  const started = performance.now()
  const left = (): number => seconds * 1000 - (performance.now() - started)

  async function live(): Promise<void> {
    const client = createHttpClient(baseUrl)
    for (let task = next(); left() > 0;) {
      const { status, headers, wait } = await task.run(client)
      const retryAfter = headers['retry-after'] === undefined ? null : Number(headers['retry-after'])
      met.push({ what: task.what, status, wait, at: performance.now() - started, retryAfter })
      if (status !== 503) task = next()
      else if (isPolite) await delay(Math.max(0, Math.min(left(), (retryAfter ?? 0) * 1000)))
    }
    client.close()
  }

  await Promise.all(Array.from({ length: clients }, live))
  return met
}
