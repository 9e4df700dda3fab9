import plugin from 'fastify-plugin'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Hashing } from '../kernel/hashing.ts'
import './route-contract.ts'

export interface Metrics {
  readonly contentType: string
  readonly text: () => Promise<string>
  /** Counts an answer: seconds by operation and status, never by address or URL. */
  readonly observe: (operation: string, status: number, seconds: number) => void
}

interface MetricsOptions {
  readonly hashing: Hashing
  /** How many e-mails there are in each state. */
  readonly countMail: () => Promise<Readonly<Record<string, number>>>
  /** How many files wait to be checked, and for how long. */
  readonly countWaitingFiles: () => Promise<Readonly<Record<string, number>>>
}

export function createMetrics({ hashing, countMail, countWaitingFiles }: MetricsOptions): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'connect_request_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  new Gauge({
    name: 'connect_hashing',
    help: 'The hashing gate: what runs, waits and was refused',
    labelNames: ['figure'],
    registers: [registry],
    collect() {
      const { running, queued, admitted, refused, estimatedWaitMs, hashes } = hashing.metrics()
      const figures = {
        running,
        queued,
        admitted,
        refused,
        estimatedWaitMs,
        passwords: hashes.password,
        answers: hashes.answer,
      }
      for (const [figure, value] of Object.entries(figures)) this.set({ figure }, value)
    },
  })
  new Gauge({
    name: 'connect_mail',
    help: 'E-mails by state; failed ones were given up on and wait for somebody (pnpm admin mail list)',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      // The other figures are wanted most when the database is away.
      const counts = await countMail().catch(() => ({}))
      this.reset()
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'connect_files_unchecked',
    help: 'Files that nobody can open yet: how many, and the seconds since the oldest arrived',
    labelNames: ['figure'],
    registers: [registry],
    async collect() {
      const figures = await countWaitingFiles().catch(() => ({}))
      this.reset()
      for (const [figure, value] of Object.entries(figures)) this.set({ figure }, value)
    },
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observe: (operation, status, seconds) => {
      requests.observe({ operation, status: String(status) }, seconds)
    },
  }
}

/** One log line and one observation for each answer: the route's pattern, never its URL. */
export const accessLog = plugin<{ readonly metrics: Metrics }>(
  (app, { metrics }, done) => {
    app.addHook('onResponse', (request, reply, next) => {
      const operation = request.routeOptions.config.operationId ?? request.routeOptions.url ?? 'none'
      metrics.observe(operation, reply.statusCode, reply.elapsedTime / 1000)
      request.log.info(
        {
          operation,
          method: request.method,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime * 10) / 10,
        },
        'answered',
      )
      next()
    })
    done()
  },
  { name: 'access-log' },
)
