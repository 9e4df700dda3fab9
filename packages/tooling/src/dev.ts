// `pnpm dev`: API and SPA on one address, each reloaded when its files change. Vite is in front and passes on what is
// the API's; settings and database are those of `pnpm start`. A change of the database schema needs `pnpm db` and a
// new start.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createViteServer } from 'vite'
import { freePort } from './addresses.ts'
import { generate } from './generate.ts'
import { runServer } from './server-process.ts'
import { checkSurroundings, explainFault, readSettings, type StartSettings } from './start-settings.ts'
import { whenStopRequested } from './stop-request.ts'
import { fromRoot } from './workspace.ts'

const stopRequest = whenStopRequested()
const started: { stop: () => Promise<void> }[] = []

/** What the API answers; everything else is the SPA's. */
const apiPaths = ['/api', '/livez', '/readyz', '/metrics']

/** Vite as a middleware: as a server of its own it would end this process at the first signal, database and all. */
async function startWeb({ host, port }: StartSettings, apiAddress: string): Promise<void> {
  const front = createServer()
  const vite = await createViteServer({
    root: fromRoot('apps/web'),
    configFile: fromRoot('apps/web/vite.config.ts'),
    server: {
      middlewareMode: { server: front },
      hmr: { server: front },
      proxy: Object.fromEntries(apiPaths.map((path) => [path, apiAddress])),
    },
  })
  started.push({ stop: () => vite.close() })
  front.on('request', vite.middlewares)
  front.listen({ host, port })
  await once(front, 'listening')
}

async function dev(): Promise<void> {
  const settings = readSettings()
  await checkSurroundings(settings)
  await generate()
  const { openDatabase } = await import('./start-database.ts')
  const database = await openDatabase(settings)
  started.push(database)
  for (const note of database.notes) console.log(note)

  const apiPort = await freePort()
  const address = `http://localhost:${settings.port}`
  const server = runServer(
    {
      ...settings.environment,
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: String(apiPort),
      PUBLIC_URL: process.env['PUBLIC_URL'] ?? address,
      HTTPS: '0',
      NODE_ENV: 'development',
    },
    ['--watch', '--watch-preserve-output'],
  )
  started.push(server)
  await startWeb(settings, `http://127.0.0.1:${apiPort}`)
  console.log(
    `ConneCT reloads as you write at ${address}. The data lie in ${database.place}. Ctrl-C stops it.`,
  )
  await Promise.race([server.ended, database.ended, stopRequest.requested])
}

let exitCode = 1
try {
  await dev()
  exitCode = stopRequest.isRequested() ? 0 : 1
} catch (error) {
  for (const line of explainFault(error)) console.error(line)
}
for (const { stop } of started.reverse()) await stop()
process.exit(exitCode)
