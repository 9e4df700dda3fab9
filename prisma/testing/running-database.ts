import pg from 'pg'
import { findEmbeddedPostgres, type EmbeddedAddresses } from '../embedded.ts'

/** The addresses of the embedded server that another process runs on a data folder. Throws when none does. */
export function runningDatabase(dataDir: string): EmbeddedAddresses {
  const addresses = findEmbeddedPostgres(dataDir)
  if (addresses === undefined) throw new Error(`No database server runs on ${dataDir}.`)
  return addresses
}

export interface DumpedValue {
  /** `table.column` */
  readonly place: string
  /** What is stored there: bytes as they are, anything else as the text that PostgreSQL writes for it. */
  readonly value: Buffer
}

/** Every value of every column of every table that is not the system's own, as the owner sees them. */
export async function dumpDatabase(ownerUrl: string): Promise<DumpedValue[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const columns = await client.query<{
      table_schema: string
      table_name: string
      column_name: string
      data_type: string
    }>(
      `SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    )
    const dumped: DumpedValue[] = []
    for (const {
      table_schema: schema,
      table_name: table,
      column_name: column,
      data_type: type,
    } of columns.rows) {
      const expression = `${client.escapeIdentifier(column)}${type === 'bytea' ? '' : '::text'}`
      const { rows } = await client.query<{ value: string | Buffer | null }>(
        `SELECT ${expression} AS value FROM ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`,
      )
      for (const { value } of rows)
        if (value !== null) dumped.push({ place: `${table}.${column}`, value: Buffer.from(value) })
    }
    return dumped
  } finally {
    await client.end()
  }
}
