/** Measures how long a process keeps us waiting, and nothing else that takes time meanwhile. */
interface InspectionClock {
  /** The same parts; while one is awaited the process is waited for. */
  awaited<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part, void>
  /** The same parts; while one is awaited the process waits for us. */
  given<Part>(parts: AsyncIterable<Part>): AsyncGenerator<Part, void>
  stop(): void
}

/** Calls `over` when a process was waited for so many milliseconds in all. */
export function createInspectionClock(milliseconds: number, over: () => void): InspectionClock {
  let left = milliseconds
  let isAwaited = false
  let isGiven = false
  let running: { readonly timer: NodeJS.Timeout; readonly since: number } | null = null

  function set(): void {
    const isToRun = isAwaited && !isGiven
    if (isToRun && running === null) running = { timer: setTimeout(over, left), since: performance.now() }
    if (isToRun || running === null) return
    clearTimeout(running.timer)
    left = Math.max(0, left - (performance.now() - running.since))
    running = null
  }

  return {
    awaited: (parts) =>
      marked(parts, (is) => {
        isAwaited = is
        set()
      }),
    given: (parts) =>
      marked(parts, (is) => {
        isGiven = is
        set()
      }),
    stop() {
      isAwaited = false
      set()
    },
  }
}

/** The same parts, with a mark while one is awaited. */
async function* marked<Part>(
  parts: AsyncIterable<Part>,
  mark: (isAwaited: boolean) => void,
): AsyncGenerator<Part, void> {
  const incoming = parts[Symbol.asyncIterator]()
  let isOver = false
  try {
    while (!isOver) {
      mark(true)
      const next = await incoming.next().finally(() => mark(false))
      if (next.done === true) isOver = true
      else yield next.value
    }
  } finally {
    if (!isOver) await incoming.return?.()
  }
}
