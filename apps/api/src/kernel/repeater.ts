import { setTimeout as wait } from 'node:timers/promises'

/** Work that this process does again and again beside its requests. */
export interface Repeater {
  /** Begins, once; does not keep the process alive. */
  start(): void
  /** Ends it, and waits for the pass that runs. */
  stop(): Promise<void>
}

/** Runs the pass, one at a time, each so many milliseconds after the last has ended. The pass sees to its own errors. */
export function createRepeater(everyMs: number, pass: () => Promise<void>): Repeater {
  let current: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined

  async function repeat(signal: AbortSignal): Promise<void> {
    for (;;) {
      await wait(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
      if (signal.aborted) return
      await pass()
    }
  }

  return {
    start() {
      if (current !== undefined) return
      const abort = new AbortController()
      current = { abort, ended: repeat(abort.signal) }
    },
    async stop() {
      const stopped = current
      current = undefined
      stopped?.abort.abort()
      await stopped?.ended
    },
  }
}
