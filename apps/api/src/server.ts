import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { buildApp } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { createDependencies, type Dependencies } from './deps.ts'
import { createLogger } from './kernel/logger.ts'
import { localCertificate } from './kernel/local-certificate.ts'

/** A drain that takes longer than this is cut off, in milliseconds (docs/security.md). */
const drainLimit = 20_000

/** Whoever spreads requests over instances asks for readiness about once a second. */
const unreadyTime = 2_000

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

try {
  await serve(readConfig())
} catch (error) {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
}

async function serve(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel)
  const deps = await createDependencies(config, (error) => {
    logger.error({ err: error }, 'work in the background failed')
  })
  const tls = config.https ? await localCertificate(config.dataDir) : undefined
  const app = await buildApp(deps, { logger, tls })
  await app.listen({ port: config.port, host: config.host })
  const { port } = app.server.address() as AddressInfo
  deps.setActualPort(port)
  deps.sealer.start()
  deps.sweeper.start()
  deps.ownAccount.deletion.repeater.start()
  await deps.mail.start()
  await deps.documents.checks.start()
  if (config.demo) await deps.demo.start()
  announce(config, deps)
  announceKeys(config, deps.addedKeys)
  let draining: Promise<void> | undefined
  const end = () => {
    // A second signal does not hurry the first one.
    draining ??= drain(app, deps)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

/** Not ready first, then finish what runs, then go. */
async function drain(app: Awaited<ReturnType<typeof buildApp>>, deps: Dependencies): Promise<void> {
  setTimeout(() => process.exit(1), drainLimit).unref()
  deps.draining.begin()
  if (!loopback.has(deps.config.host)) await delay(unreadyTime)
  await app.close()
  await deps.sweeper.stop()
  await deps.ownAccount.deletion.repeater.stop()
  await deps.sealer.stop()
  await deps.close()
  process.exit(0)
}

/** Says where the portal is; a parent process waits for the line that begins with "ConneCT is ready". */
function announce(config: Config, deps: Dependencies): void {
  process.stdout.write(`ConneCT is ready at ${deps.publicUrl()}\n`)
  if (config.demo) process.stdout.write(`${explainDemo(deps)}\n`)
  if (config.mail.kind === 'outbox')
    process.stdout.write(`No e-mail leaves: read them at ${deps.publicUrl()}/outbox\n`)
  if (config.mail.kind === 'none')
    process.stdout.write('No e-mail leaves, and those written wait: set SMTP_URL and MAIL_FROM.\n')
  if (config.scanner.kind === 'none')
    process.stdout.write(
      'Nothing looks for harmful files among those that people send: set SCANNER=clamd and CLAMD_SOCKET.\n',
    )
  if (config.scanner.kind === 'unset')
    process.stdout.write(
      'Files that people send wait unchecked: set SCANNER=clamd and CLAMD_SOCKET, or SCANNER=none.\n',
    )
  if (loopback.has(config.host) || deps.publicUrl().startsWith('https:')) return
  process.stdout.write(
    'Browsers keep no session cookie from plain http of another machine: set PUBLIC_URL to an https address, or HTTPS=1.\n',
  )
}

/** Whoever keeps a copy of the keys apart has to know that it is an old one now. */
function announceKeys({ keysFile }: Config, added: readonly string[]): void {
  if (added.length === 0) return
  process.stdout.write(
    `${keysFile} has new keys (${added.join(', ')}): copy it again, apart from the backups.\n`,
  )
}

/** Who can be tried: client ID, birth year, and SSN digits or a one-time code. */
function explainDemo(deps: Dependencies): string {
  const people = deps.demo
    .households()
    .items.flatMap(({ key, people }) => people.map((person) => ({ key, ...person })))
  const lines = people.map(({ key, firstName, clientId, birthYear, ssnLast4, code }) => {
    const proof = ssnLast4 ?? `code ${code ?? ''}`
    return `  ${clientId} · ${String(birthYear)} · ${proof} · ${firstName} (${key})`
  })
  return [
    `Made-up households to try (client ID · birth year · SSN digits), also at ${deps.publicUrl()}/demo:`,
    ...lines,
  ].join('\n')
}

/** One clear line for each fault; a stack only for what nobody foresaw. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.faults.map((fault) => `Setting ${fault}`).join('\n')
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'The port is taken: stop what listens there, or set PORT to another one.'
  if (code === 'EACCES') return `Not allowed: ${error.message}`
  if (code === 'ECONNREFUSED' || error.message.includes('timeout exceeded when trying to connect'))
    return 'The database at DATABASE_URL cannot be reached.'
  if (
    ['DatabaseStateError', 'KeysError'].includes(error.name) ||
    (typeof code === 'string' && /^(28|3D|08)/.test(code))
  )
    return error.message
  return error.stack ?? error.message
}
