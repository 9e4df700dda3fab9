import { accessSync, constants, mkdirSync } from 'node:fs'
import { ConfigError, readConfig } from '../../../apps/api/src/config.ts'
import { listenFault } from './addresses.ts'

export interface StartSettings {
  /** Not set: an embedded one. */
  databaseUrl: string | undefined
  migrationUrl: string | undefined
  host: string
  port: number
  dataDir: string
  isDemo: boolean
  /** What the server is told beyond what it finds in the environment itself. */
  environment: Readonly<Record<string, string>>
}

/** Something that whoever runs this can mend. The message is the one line that they see. */
class StartFault extends Error {
  override readonly name = 'StartFault'
}

/** An empty setting counts as not set. */
const given = (name: string): string | undefined => (process.env[name] === '' ? undefined : process.env[name])

/** Judges every setting before anything is made or started. Throws the server's own ConfigError. */
export function readSettings(): StartSettings {
  const databaseUrl = given('DATABASE_URL')
  const demo = given('DEMO') ?? (databaseUrl === undefined ? '1' : '0')
  // The address of an embedded database is not known yet; any that is well-formed will do for judging the others.
  const config = readConfig({
    ...process.env,
    DEMO: demo,
    DATABASE_URL: databaseUrl ?? 'postgresql://embedded/connect',
  })
  return {
    databaseUrl,
    migrationUrl: given('MIGRATION_DATABASE_URL') ?? databaseUrl,
    host: config.host,
    port: config.port,
    dataDir: config.dataDir,
    isDemo: config.demo,
    environment: { DEMO: demo },
  }
}

/** Whether the address is free and the data folder can be written. Throws a StartFault. */
export async function checkSurroundings({ host, port, dataDir }: StartSettings): Promise<void> {
  const fault = await listenFault(host, port)
  if (fault !== null) throw new StartFault(fault)
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new StartFault(
      `The data folder ${dataDir} cannot be written (${code}). Choose another with DATA_DIR.`,
    )
  }
}

/** One line for each fault that was foreseen; a stack for what nobody foresaw. */
export function explainFault(error: unknown): string[] {
  if (error instanceof ConfigError) return error.faults.map((fault) => `Setting ${fault}`)
  if (!(error instanceof Error)) return [String(error)]
  const isForeseen = ['StartFault', 'DatabaseFault', 'MakeFault'].includes(error.name)
  return [isForeseen ? error.message : (error.stack ?? error.message)]
}
