import path from 'node:path'
import { createHttpClient, type HttpClient } from '../client/http-client.ts'
import { atLeast, never, type Figure } from '../figure.ts'
import { startServer } from '../portal/child-process.ts'
import { logFolder, type Portal } from '../portal/portal.ts'
import { median } from '../statistics.ts'
import { pump, type Targets } from './pump.ts'

const rounds = 9
const connections = 16

/** A server with the same routes as the other one, and what it has used of the processor so far. */
interface Contender {
  readonly client: HttpClient
  readonly baseUrl: string
  readonly processorSeconds: () => Promise<number>
}

export interface Route {
  readonly what: string
  /** Of one route, behind `/api/v1`. */
  readonly targets: Targets
  readonly requests: number
  /** How much of the bare server's speed has to be left. */
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
async function costOf(contender: Contender, { targets, requests }: Route): Promise<number> {
  const { baseUrl, processorSeconds } = contender
  const before = await processorSeconds()
  await pump({ baseUrl, targets, requests, connections })
  return (((await processorSeconds()) - before) * 1e6) / requests
}

/** Rounds by turns; the ratio is the median of the rounds' own, so that a noisy moment spoils one round only. */
async function compare(portal: Contender, bare: Contender, route: Route): Promise<Figure> {
  const ratios: number[] = []
  const costs = { portal: [] as number[], bare: [] as number[] }
  // The first round is for the compiler.
  for (let round = 0; round <= rounds; round += 1) {
    const bareCost = await costOf(bare, route)
    const portalCost = await costOf(portal, route)
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

/** Whether both give the same answer, word for word. */
async function answerAlike(contenders: readonly Contender[], { targets: [first] }: Route): Promise<boolean> {
  const answers = await Promise.all(
    contenders.map(async ({ client, baseUrl }) => {
      const { pathname } = new URL(baseUrl)
      const { text } = await client.send('GET', `${pathname.replace(/\/$/, '')}${first.path}`, {
        headers: first.headers,
      })
      return JSON.stringify(JSON.parse(text))
    }),
  )
  return new Set(answers).size === 1
}

/**
 * What the whole stack costs beside the work itself: processor time of the server for each request, against Fastify
 * with nothing around it. Whoever asks is left out, and so are pauses: ratios hold on a busy machine too.
 */
export async function holdContest(
  portal: Portal,
  routesOf: (client: HttpClient) => Promise<readonly Route[]>,
): Promise<Figure[]> {
  const bareServer = await startServer({
    script: 'bench/src/routes/bare-server.ts',
    environment: { BARE_DATABASE_URL: portal.databaseUrl, BARE_KEYS_FILE: portal.keysFile },
    logFile: path.join(logFolder, 'bare-server.log'),
  })
  const [client, bareClient] = [createHttpClient(portal.address), createHttpClient(bareServer.address)]
  try {
    const whole: Contender = {
      client,
      baseUrl: `${portal.address}/api/v1`,
      processorSeconds: () => portalSeconds(client, portal),
    }
    const bare: Contender = {
      client: bareClient,
      baseUrl: bareServer.address,
      processorSeconds: async () => Number((await bareClient.send('GET', '/processor-seconds')).text),
    }
    const figures: Figure[] = []
    const differing: string[] = []
    for (const route of await routesOf(client)) {
      if (!(await answerAlike([whole, bare], route))) differing.push(route.what)
      figures.push(await compare(whole, bare, route))
    }
    return [...figures, never('routes that answer differently from their bare ones', differing)]
  } finally {
    client.close()
    bareClient.close()
    await bareServer.stop()
  }
}
