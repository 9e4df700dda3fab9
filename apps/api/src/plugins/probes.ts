import { createHash, timingSafeEqual } from 'node:crypto'
import plugin from 'fastify-plugin'
import { Problem } from '../kernel/problem.ts'
import type { Metrics } from './metrics.ts'

interface ProbeOptions {
  /** Whether the database can be reached and is migrated as far as this code. */
  readonly isReady: () => Promise<boolean>
  readonly metrics: Metrics
  /** Who may read the metrics; without it they are not there. */
  readonly metricsToken: string | undefined
}

/** /livez, /readyz and /metrics, for the ones who run the service. */
export const probesPlugin = plugin<ProbeOptions>(
  (app, { isReady, metrics, metricsToken }, done) => {
    app.get('/livez', () => ({ status: 'alive' }))

    app.get('/readyz', async () => {
      if (!(await isReady().catch(() => false)))
        throw new Problem('server.unavailable', { headers: { 'retry-after': '2' } })
      return { status: 'ready' }
    })

    app.get('/metrics', async (request, reply) => {
      if (
        metricsToken === undefined ||
        !sameSecret(request.headers.authorization ?? '', `Bearer ${metricsToken}`)
      )
        throw new Problem('resource.not_found')
      return reply.type(metrics.contentType).send(await metrics.text())
    })
    done()
  },
  { name: 'probes' },
)

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
