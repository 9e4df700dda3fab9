import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient, type Prisma } from './generated/client.ts'

/** What a store function takes as its first argument. */
export type Transaction = Prisma.TransactionClient

export interface DatabaseOptions {
  /** `postgresql://` address of the restricted role. */
  readonly url: string
  /** Most connections at once; 10 unless given. */
  readonly poolSize?: number
}

export interface Database {
  readonly prisma: PrismaClient
  /** The same connections, for the few hottest reads with statements of their own. */
  readonly pool: pg.Pool
  /** Waits for what runs, then closes every connection. */
  close(): Promise<void>
}

/** Milliseconds. The drivers' defaults wait for ever; a request has to end within 5 s. */
export const databaseTimeouts = {
  connect: 2000,
  /** Server side, and so first: the connection stays usable. */
  statement: 2500,
  lock: 2000,
  idleInTransaction: 5000,
  /** Driver side: for a server that no longer answers. */
  query: 3000,
} as const

/** One pool under Prisma and plain statements alike. Opens nothing until the first query. */
export function connectDatabase({ url, poolSize = 10 }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'connect',
    keepAlive: true,
    connectionTimeoutMillis: databaseTimeouts.connect,
    query_timeout: databaseTimeouts.query,
    statement_timeout: databaseTimeouts.statement,
    lock_timeout: databaseTimeouts.lock,
    idle_in_transaction_session_timeout: databaseTimeouts.idleInTransaction,
  })
  // A server that goes away while a connection lies idle must not end the process: the next query says so.
  pool.on('error', () => undefined)

  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: createStatementNames() }),
    transactionOptions: { maxWait: databaseTimeouts.connect, timeout: databaseTimeouts.idleInTransaction },
    // The others read the source around each call to show it, which costs time. In every format the message of a
    // PrismaClientValidationError repeats the arguments, so no message of Prisma's belongs into a log.
    errorFormat: 'minimal',
  })

  return {
    prisma,
    pool,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Prepared statements are kept by each connection for ever, so only so many texts get a name. */
const namedStatementsAtMost = 500

/** Names by which the driver keeps a statement prepared; the empty name means: do not keep it. */
function createStatementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= namedStatementsAtMost) return ''
    const name = `prisma_${String(names.size)}`
    names.set(sql, name)
    return name
  }
}
