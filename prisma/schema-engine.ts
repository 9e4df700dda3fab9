import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { migrationsFolder, readMigrations } from './migrations-folder.ts'

type SchemaEngine = SchemaEngineModule.SchemaEngine
type MigrationList = SchemaEngineModule.MigrationList

const schemaFolder = path.join(import.meta.dirname, 'schema')
const filters = { externalTables: [], externalEnums: [] }

/**
 * The SQL that leads from the migrations to the schema; null when they say the same. Replays the migrations in an
 * empty database of its own beside the given one, so the role has to be allowed to create databases.
 */
export async function schemaDifference(
  ownerUrl: string,
  folder: string = migrationsFolder,
): Promise<string | null> {
  return withSchemaEngine(ownerUrl, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(folder) },
      to: { tag: 'schemaDatamodel', files: schemaFiles() },
      script: true,
      exitCode: true,
      filters,
    })
    return exitCode === 0 ? null : (stdout ?? '')
  })
}

/** What Prisma's own engine says about the history of a database; for proving that ours is kept as it keeps it. */
export async function diagnoseHistory(
  ownerUrl: string,
): Promise<SchemaEngineModule.DiagnoseMigrationHistoryOutput> {
  return withSchemaEngine(ownerUrl, (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: migrationList(migrationsFolder),
      optInToShadowDatabase: true,
      filters,
    }),
  )
}

async function withSchemaEngine<T>(ownerUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loadedEngine ??= loadSchemaEngine()
  const { SchemaEngine } = await loadedEngine
  const adapter = bindMigrationAwareSqlAdapterFactory(createAdapterFactory(ownerUrl))
  const datamodels = schemaFiles().map((file): [string, string] => [file.path, file.content])
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}

// Node's types leave WebAssembly to the browser's; this is all of it that is used here.
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
}

/** Once: a second instance would take the glue of the first away from under it. */
let loadedEngine: Promise<typeof SchemaEngineModule> | undefined

/** The official engine as WebAssembly: nothing to download. Takes some 100 ms, so only when it is needed. */
async function loadSchemaEngine(): Promise<typeof SchemaEngineModule> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  // When the engine panics, its promise never settles and the process ends; this is the only word about why.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  })
  const { instance } = await WebAssembly.instantiate(readFileSync(entry.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': engine,
  })
  engine.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return engine
}

/**
 * adapter-pg 7.10 needs mending before migrations run on it: its shadow connection can end up in the main database
 * and leaves the shadow behind, its scripts are cut at every semicolon, and it does not know the type `"char"`.
 */
function createAdapterFactory(ownerUrl: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => openAdapter(ownerUrl, async () => undefined),
    async connectToShadowDb() {
      const shadow = `connect_shadow_${randomUUID().replaceAll('-', '')}`
      await runAlone(ownerUrl, `CREATE DATABASE ${shadow} TEMPLATE template0`)
      const url = new URL(ownerUrl)
      url.pathname = `/${shadow}`
      return openAdapter(url.href, () => runAlone(ownerUrl, `DROP DATABASE ${shadow} WITH (FORCE)`))
    },
  }
}

async function openAdapter(url: string, afterwards: () => Promise<void>): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', markCharColumns)
  const inner = await new PrismaPg(pool, { disposeExternalPool: true }).connect()
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: async (query) => readCharColumns(await inner.queryRaw(query)),
    executeRaw: (query) => inner.executeRaw(query),
    startTransaction: async (isolationLevel) => {
      const transaction = await inner.startTransaction(isolationLevel)
      const queryRaw = transaction.queryRaw.bind(transaction)
      return Object.assign(transaction, {
        queryRaw: async (query: SqlQuery) => readCharColumns(await queryRaw(query)),
      })
    },
    getConnectionInfo: () => inner.getConnectionInfo(),
    async executeScript(script) {
      await pool.query(script).catch((error: unknown) => {
        throw asDriverError(error)
      })
    },
    async dispose() {
      await inner.dispose()
      await afterwards()
    },
  }
}

const charOid = 18
const textOid = 25

/** No name of a column can hold a NUL. */
const charMark = '\0char:'

/** Lets a column of type `"char"` through the driver as a text, marked by its name. */
function markCharColumns(client: pg.PoolClient): void {
  client.connection.prependListener(
    'rowDescription',
    (message: { readonly fields: { name: string; dataTypeID: number }[] }) => {
      for (const field of message.fields.filter(({ dataTypeID }) => dataTypeID === charOid)) {
        field.dataTypeID = textOid
        field.name = charMark + field.name
      }
    },
  )
}

function readCharColumns(result: SqlResultSet): SqlResultSet {
  const isChar = result.columnNames.map((name) => name.startsWith(charMark))
  return {
    ...result,
    columnNames: result.columnNames.map((name, index) =>
      isChar[index] ? name.slice(charMark.length) : name,
    ),
    columnTypes: result.columnTypes.map((type, index) => (isChar[index] ? ColumnTypeEnum.Character : type)),
  }
}

function asDriverError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  const { code = 'N/A', severity = 'ERROR', message, detail, column, hint } = error
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
}

async function runAlone(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({
      path: path.join(schemaFolder, name),
      content: readFileSync(path.join(schemaFolder, name), 'utf8'),
    }))
}

function migrationList(folder: string): MigrationList {
  const lockfile = path.join(folder, 'migration_lock.toml')
  return {
    baseDir: folder,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: readFileSync(lockfile, 'utf8') },
    migrationDirectories: readMigrations(folder).map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  }
}
