import { createHttpClient } from '../client/http-client.ts'
import { atMost, type Figure } from '../figure.ts'
import type { Measurement } from '../measurement.ts'
import { tokenOf } from '../portal/token.ts'
import { startPortal, type Portal } from '../portal/portal.ts'
import { importHouseholds } from './import-request.ts'

const sizes = { small: 10_000, large: 100_000 } as const

/** How often the memory is looked at, in milliseconds. */
const lookEvery = 250

/** What 100,000 cases may take, in minutes. */
const longest = 10

/** Peak memory of the server with ten times the lines: what is kept of a line would show. */
const mostGrowth = 1.25

/**
 * In mebibytes. Left alone, the runtime lets garbage lie as long as the machine has memory; so much suffices, and what
 * grew with the lines (half a gigabyte of them) would end the server.
 */
const heap = 384

const mebibyte = 1024 * 1024

interface Run {
  readonly seconds: number
  /** Most memory that the server held at a time, in bytes. */
  readonly peak: number
}

/** The memory that the server holds, in bytes, as it says itself. */
async function memoryOf({ address, metricsToken }: Portal): Promise<number> {
  const client = createHttpClient(address)
  try {
    const { text } = await client.send('GET', '/metrics', {
      headers: { authorization: `Bearer ${metricsToken}` },
    })
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1])
  } finally {
    client.close()
  }
}

async function run(portal: Portal, token: string, count: number): Promise<Run> {
  const seen: number[] = []
  const looking = setInterval(() => {
    memoryOf(portal).then(
      (bytes) => seen.push(bytes),
      () => undefined,
    )
  }, lookEvery)
  const started = performance.now()
  try {
    await importHouseholds(portal.address, token, count)
  } finally {
    clearInterval(looking)
  }
  const seconds = (performance.now() - started) / 1000
  const peak = Math.max(...seen)
  console.log(
    `${count.toLocaleString('en')} cases: ${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} lines a second, at most ${(peak / mebibyte).toFixed(0)} MiB.`,
  )
  return { seconds, peak }
}

/** An import on a server of its own, so that its memory is that of the import. */
export const caseImport: Measurement = {
  name: 'case-import',
  async run(): Promise<Figure[]> {
    const portal = await startPortal('case-import', {
      NODE_OPTIONS: `--max-old-space-size=${String(heap)}`,
    })
    try {
      const token = await tokenOf(portal)
      // For the compilers; memory that it takes is there for both.
      await run(portal, token, sizes.small)
      const small = await run(portal, token, sizes.small)
      const large = await run(portal, token, sizes.large)
      return [
        atMost('import: 100,000 cases', large.seconds / 60, longest, 'min'),
        atMost('import: memory of 100,000 lines / of 10,000', large.peak / small.peak, mostGrowth),
      ]
    } finally {
      await portal.stop()
    }
  },
}
