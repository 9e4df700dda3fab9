import { stopWithLaunchers } from './launchers.ts'

export interface StopRequest {
  readonly requested: Promise<void>
  isRequested: () => boolean
}

/**
 * Listens for Ctrl-C, SIGTERM and the end of the parent process, for good: a terminal, npx and pnpm may each send a
 * signal of their own, and the second must not cut off the orderly stop that the first began.
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
  stopWithLaunchers()
  // A terminal that was closed takes no more lines; that must not keep anything from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return { requested, isRequested: () => isRequested }
}
