// `pnpm start`: from a clone to a running portal on one port. Makes what is stale, starts an embedded PostgreSQL when
// DATABASE_URL is not set, migrates, serves. Ctrl-C or SIGTERM stops all of it, in order.
import { build } from './build.ts'
import { generate } from './generate.ts'
import { runServer } from './server-process.ts'
import { checkSurroundings, explainFault, readSettings } from './start-settings.ts'
import { whenStopRequested } from './stop-request.ts'

const stopRequest = whenStopRequested()

/** What has been started, in order; stopped the other way round. */
const started: { stop: () => Promise<void> }[] = []

async function start(): Promise<number> {
  const settings = readSettings()
  await checkSurroundings(settings)
  await generate()
  if (await build()) console.log('The pages are built.')

  // Loaded only now: these files need what was just generated.
  const { openDatabase } = await import('./start-database.ts')
  const database = await openDatabase(settings)
  started.push(database)
  for (const note of database.notes) console.log(note)
  if (stopRequest.isRequested()) return 0

  const server = runServer({ ...settings.environment, DATABASE_URL: database.url, NODE_ENV: 'production' })
  started.push(server)
  if ((await Promise.race([server.ready, stopRequest.requested])) === null) return (await server.ended) || 1
  if (stopRequest.isRequested()) return 0

  console.log(`The data lie in ${database.place}.`)
  if (settings.isDemo) {
    console.log(
      'This is a demonstration with fictional offices and answers. To try: create an account in the wizard,',
    )
    console.log(
      'switch it to Español on the way, sign in, associate a household of the list; then read /api/docs for REST.',
    )
  }
  console.log('Ctrl-C stops it.')
  const ending = await Promise.race([
    server.ended.then(() => 'The server ended by itself.'),
    database.ended.then(() => 'The database ended by itself.'),
    stopRequest.requested.then(() => null),
  ])
  if (ending !== null) console.error(ending)
  return ending === null ? 0 : 1
}

let exitCode = 1
try {
  exitCode = await start()
} catch (error) {
  for (const line of explainFault(error)) console.error(line)
}
for (const { stop } of started.reverse()) await stop()
process.exit(exitCode)
