export interface StopRequest {
  readonly requested: Promise<void>
  isRequested: () => boolean
}

/**
 * Listens for Ctrl-C and SIGTERM, for good: a terminal, npx and pnpm may each send a signal of their own, and the
 * second must not cut off the orderly stop that the first began.
 */
export function whenStopRequested(): StopRequest {
  let isRequested = false
  const requested = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        isRequested = true
        resolve()
      })
    }
  })
  return { requested, isRequested: () => isRequested }
}
