import { busy } from '../../kernel/problem.ts'
import { createTurns } from '../../kernel/turns.ts'

/** In one process: each import keeps some batches in memory, and each that stores one takes a connection from others. */
const most = { running: 4, storing: 2 } as const

/** Seconds after which a place may be free. */
const comeBackAfter = 10

/** How many imports a process takes, and how many of them store something at once. */
export function createImportGate() {
  const turns = createTurns(most.storing)
  let running = 0
  let latest = 0

  return {
    /** Lets an import in; answers how it leaves, which it does once. Throws `server.busy` when there are enough. */
    enter(): () => void {
      if (running >= most.running) throw busy(comeBackAfter)
      running += 1
      let isIn = true
      return () => {
        if (isIn) running -= 1
        isIn = false
      }
    },
    /** Stores something when its turn comes: whoever asks first is first. */
    store<T>(work: () => Promise<T>): Promise<T> {
      latest += 1
      return turns.take(latest, work)
    },
  }
}
