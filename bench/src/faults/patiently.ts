import { setTimeout as delay } from 'node:timers/promises'
import type { Answer } from '../client/http-client.ts'

/** How long somebody goes on who is told to come back, in milliseconds: longer than a cut-off key is held (30 s). */
const patience = 60_000

/** Whether it was not decided, and when to come again is told. */
export const isForLater = ({ status, headers }: Answer): boolean =>
  (status === 503 || status === 409) && headers['retry-after'] !== undefined

/** The answer; null where the connection ended without one. */
export async function outcome(send: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await send()
  } catch {
    return null
  }
}

interface Decision {
  /** Null where there was no answer for too long. */
  readonly answer: Answer | null
  /** How often it was sent: what was undecided at first may have been done behind that. */
  readonly tries: number
}

/** Sends it until it is decided, each time when it is told to. */
export async function persistently(send: () => Promise<Answer>): Promise<Decision> {
  const deadline = performance.now() + patience
  for (let tries = 1; ; tries += 1) {
    const answer = await outcome(send)
    const isOver = answer !== null && !isForLater(answer)
    if (isOver || performance.now() > deadline) return { answer, tries }
    await delay(Number(answer?.headers['retry-after'] ?? 1) * 1000)
  }
}

/** The same for what goes before a fault. Throws where it is refused. */
export async function patiently(send: () => Promise<Answer>): Promise<Answer> {
  const { answer } = await persistently(send)
  if (answer === null || answer.status >= 400)
    throw new Error(`What goes before a fault was refused: ${answer?.text ?? 'no answer'}`)
  return answer
}
