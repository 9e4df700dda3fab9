import plugin from 'fastify-plugin'

/** How often connections that have become idle are closed while the server drains, in milliseconds. */
const sweepEvery = 100

/** Whether the server is about to end. */
export interface Draining {
  begin: () => void
  readonly begun: () => boolean
}

export function createDraining(): Draining {
  let begun = false
  return {
    begin: () => {
      begun = true
    },
    begun: () => begun,
  }
}

/**
 * Lets a server end as soon as its last answer is out: a connection that was busy when the end began would otherwise
 * stay open for as long as clients may keep it.
 */
export const drainingPlugin = plugin<{ readonly draining: Draining }>(
  (app, { draining }, done) => {
    app.addHook('onSend', (_request, reply, payload, next) => {
      if (draining.begun()) reply.header('connection', 'close')
      next(null, payload)
    })
    app.addHook('preClose', (next) => {
      draining.begin()
      setInterval(() => {
        app.server.closeIdleConnections()
      }, sweepEvery).unref()
      next()
    })
    done()
  },
  { name: 'draining' },
)
