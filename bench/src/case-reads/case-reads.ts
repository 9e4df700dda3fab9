import { atMost, type Figure } from '../figure.ts'
import type { Measurement } from '../measurement.ts'
import { startPortal, type Portal } from '../portal/portal.ts'
import { holdContest } from '../routes/contest.ts'
import { pump, type Targets } from '../routes/pump.ts'
import { median } from '../statistics.ts'
import { fillWithCases } from './filling.ts'
import { someKnownCases } from './known-cases.ts'

const sizes = { small: 10_000, large: 1_000_000 } as const
const known = 500
const rounds = 15
/** In each round, of each portal: every known case twice. */
const requests = 2 * known

interface Filled {
  readonly portal: Portal
  readonly targets: Targets
}

/** Known cases, and so many others. */
async function fill(portal: Portal, cases: number): Promise<Filled> {
  const started = performance.now()
  const targets = await someKnownCases(portal, known)
  await fillWithCases(portal.ownerUrl, cases)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${cases.toLocaleString('en')} cases are there after ${seconds} s.`)
  return { portal, targets }
}

/** For the compiler and the caches; as much for each, whatever was asked of it before. */
async function warmUp({ portal, targets }: Filled): Promise<void> {
  await pump({ baseUrl: `${portal.address}/api/v1`, targets, requests: 40 * known, connections: 16 })
}

/** How long an answer takes, in milliseconds: one after the other, so that nothing waits for anything else. */
async function waitFor({ portal, targets }: Filled): Promise<number> {
  const started = performance.now()
  await pump({ baseUrl: `${portal.address}/api/v1`, targets, requests, connections: 1 })
  return (performance.now() - started) / requests
}

/** By turns, so that what else the machine does is met by both. */
async function howFlat(small: Filled, large: Filled): Promise<Figure> {
  const ratios: number[] = []
  const waits = { small: [] as number[], large: [] as number[] }
  for (const filled of [small, large]) await warmUp(filled)
  for (let round = 0; round < rounds; round += 1) {
    const few = await waitFor(small)
    const many = await waitFor(large)
    ratios.push(many / few)
    waits.small.push(few)
    waits.large.push(many)
  }
  console.log(
    `A case takes ${median(waits.small).toFixed(2)} ms among ${sizes.small.toLocaleString('en')}, ` +
      `${median(waits.large).toFixed(2)} ms among ${sizes.large.toLocaleString('en')}.`,
  )
  return atMost('a case among 1,000,000 : among 10,000', median(ratios), 1.3, '×')
}

/** Reading one's case: what the whole stack costs beside the work itself, and whether it matters how many there are. */
export const caseReads: Measurement = {
  name: 'case-reads',
  async run(portal): Promise<Figure[]> {
    const small = await fill(portal, sizes.small)
    const contest = await holdContest(portal, async () => [
      {
        what: 'case (two statements, one summary to open)',
        targets: small.targets,
        requests: 4000,
        bound: 0.7,
      },
    ])
    const second = await startPortal('server-of-many-cases')
    try {
      return [...contest, await howFlat(small, await fill(second, sizes.large))]
    } finally {
      await second.stop()
    }
  },
}
