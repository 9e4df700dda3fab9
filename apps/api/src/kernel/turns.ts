/** Who computes next: at most so many at once, and of those who wait the one with the lowest number first. */
export interface Turns {
  /** Waits for a turn, computes, and passes the turn on. */
  take<T>(number: number, compute: () => Promise<T>): Promise<T>
  running(): number
}

interface Waiting {
  readonly number: number
  readonly start: () => void
}

export function createTurns(atOnce: number): Turns {
  const waiting: Waiting[] = []
  let running = 0

  function begin(number: number): Promise<void> {
    if (running < atOnce) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const later = waiting.findIndex((other) => other.number > number)
      waiting.splice(later === -1 ? waiting.length : later, 0, { number, start: resolve })
    })
  }

  function end(): void {
    const next = waiting.shift()
    // A turn passes from hand to hand, so that nobody can slip in between.
    if (next) next.start()
    else running -= 1
  }

  return {
    async take(number, compute) {
      await begin(number)
      try {
        return await compute()
      } finally {
        end()
      }
    },
    running: () => running,
  }
}
