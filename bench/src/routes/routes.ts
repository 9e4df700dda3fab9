import path from 'node:path'
import { createHttpClient, type HttpClient } from '../client/http-client.ts'
import { signIn, someAccounts } from '../client/people.ts'
import { atLeast, never, type Figure } from '../figure.ts'
import type { Measurement } from '../measurement.ts'
import { startServer } from '../portal/child-process.ts'
import { logFolder, type Portal } from '../portal/portal.ts'
import { median } from '../statistics.ts'
import { pump } from './pump.ts'

const rounds = 9
const connections = 16

/** A server, what it has used of the processor so far, and the same route on it. */
interface Contender {
  readonly baseUrl: string
  readonly processorSeconds: () => Promise<number>
}

interface Route {
  readonly what: string
  readonly portalPath: string
  readonly barePath: string
  readonly headers: Readonly<Record<string, string>>
  readonly requests: number
  readonly bound: number
}

async function portalSeconds(client: HttpClient, { metricsToken }: Portal): Promise<number> {
  const { text } = await client.send('GET', '/metrics', {
    headers: { authorization: `Bearer ${metricsToken}` },
  })
  const seconds = /^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]
  if (seconds === undefined) throw new Error('The metrics do not tell what the process used.')
  return Number(seconds)
}

/** What one request costs the server, in microseconds of processor time. */
async function costOf(contender: Contender, path: string, route: Route): Promise<number> {
  const { headers, requests } = route
  const before = await contender.processorSeconds()
  await pump({ baseUrl: contender.baseUrl, path, headers, requests, connections })
  return (((await contender.processorSeconds()) - before) * 1e6) / requests
}

/** Rounds by turns; the ratio is the median of the rounds' own, so that a noisy moment spoils one round only. */
async function compare(portal: Contender, bare: Contender, route: Route): Promise<Figure> {
  const ratios: number[] = []
  const costs = { portal: [] as number[], bare: [] as number[] }
  // The first round is for the compiler.
  for (let round = 0; round <= rounds; round += 1) {
    const bareCost = await costOf(bare, route.barePath, route)
    const portalCost = await costOf(portal, route.portalPath, route)
    if (round === 0) continue
    ratios.push(bareCost / portalCost)
    costs.bare.push(bareCost)
    costs.portal.push(portalCost)
  }
  console.log(
    `${route.what}: ${median(costs.bare).toFixed(1)} µs of processor time a request bare, ` +
      `${median(costs.portal).toFixed(1)} µs through the whole stack.`,
  )
  return atLeast(`${route.what}, bare : whole stack`, median(ratios), route.bound, '×')
}

/**
 * What the whole stack costs beside the work itself: processor time of the server for each request, against Fastify
 * with nothing around it. Whoever asks is left out, and so are pauses: ratios hold on a busy machine too.
 */
export const routes: Measurement = {
  name: 'routes',
  async run(portal): Promise<Figure[]> {
    const bareServer = await startServer({
      script: 'bench/src/routes/bare-server.ts',
      environment: { BARE_DATABASE_URL: portal.databaseUrl, BARE_KEYS_FILE: portal.keysFile },
      logFile: path.join(logFolder, 'bare-server.log'),
    })
    const [whole, bare] = [createHttpClient(portal.address), createHttpClient(bareServer.address)]
    try {
      const [person] = await someAccounts(whole, 1)
      if (person === undefined) throw new Error('Nobody has an account.')
      const signedIn = await signIn(whole, person)
      const cookie = signedIn.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      const list: readonly Route[] = [
        {
          what: 'secret-questions (no database)',
          portalPath: '/api/v1/secret-questions',
          barePath: '/secret-questions',
          headers: {},
          requests: 8000,
          bound: 0.6,
        },
        {
          what: 'session (two statements, four fields to open)',
          portalPath: '/api/v1/session',
          barePath: '/session',
          headers: { cookie },
          requests: 4000,
          bound: 0.7,
        },
      ]
      const contenders = {
        portal: { baseUrl: portal.address, processorSeconds: () => portalSeconds(whole, portal) },
        bare: {
          baseUrl: bareServer.address,
          processorSeconds: async () => Number((await bare.send('GET', '/processor-seconds')).text),
        },
      }
      const figures: Figure[] = []
      const differing: string[] = []
      for (const route of list) {
        const { headers } = route
        const one = JSON.parse((await whole.send('GET', route.portalPath, { headers })).text) as unknown
        const other = JSON.parse((await bare.send('GET', route.barePath, { headers })).text) as unknown
        if (JSON.stringify(one) !== JSON.stringify(other)) differing.push(route.what)
        figures.push(await compare(contenders.portal, contenders.bare, route))
      }
      return [...figures, never('routes that answer differently from their bare ones', differing)]
    } finally {
      whole.close()
      bare.close()
      await bareServer.stop()
    }
  },
}
