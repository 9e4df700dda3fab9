import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Between two requests of the probe, in milliseconds. */
export const probeInterval = 10

export interface Probe {
  /** Ends it. Answers how long each of its requests waited, in milliseconds. */
  stop(): Promise<number[]>
}

/**
 * Asks for the secret questions every few milliseconds, on a connection and a thread of its own, so that it measures
 * the server and not who else sends from here. Anything but 200 is a failure.
 */
export function startProbe(baseUrl: string): Probe {
  const worker = new Worker(new URL('./probe-worker.ts', import.meta.url), { workerData: baseUrl })
  const result = once(worker, 'message') as Promise<[number[]]>
  return {
    async stop() {
      worker.postMessage('stop')
      const [waits] = await result
      await worker.terminate()
      return waits
    },
  }
}
