import type pg from 'pg'
import { DatabaseFault, errorCode } from './fault.ts'
import { queueSchema } from './queue.ts'
import { scramVerifier } from './scram.ts'

/** Where the application works; every table elsewhere is closed to it. */
const schemas: readonly string[] = ['public', queueSchema]

/** The application may add and read these rows, never change or remove them (docs/security.md). */
const appendOnlyTables: readonly string[] = [
  'audit_event',
  'audit_seal',
  'change_report_event',
  'receipt',
  'receipt_key',
]

/** The application may only read these. */
const readOnlyTables: readonly string[] = ['_prisma_migrations']

const privileges = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] as const
type Privilege = (typeof privileges)[number]

/** What the restricted role may do with a table. */
export function allowedOn(table: string): readonly Privilege[] {
  if (readOnlyTables.includes(table)) return ['SELECT']
  if (appendOnlyTables.includes(table)) return ['SELECT', 'INSERT']
  return ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
}

export interface AppRole {
  readonly name: string
  /** For making the role when it is absent. */
  readonly password?: string | undefined
}

/**
 * Gives the restricted role what the application needs and nothing more; makes the role when it is absent and the
 * migrating role may do so. Does nothing when all stands as it should. Answers with warnings, one line each.
 */
export async function grantAppRole(owner: pg.ClientBase, role: AppRole): Promise<string[]> {
  if (await isCurrentRole(owner, role.name)) return warnAboutSingleRole(owner, role.name)
  if (!(await roleExists(owner, role.name))) await createRole(owner, role)
  if ((await wrongGrants(owner, role.name)).length === 0) return []

  await owner.query(await grantStatements(owner, role.name))
  const remaining = await wrongGrants(owner, role.name)
  if (remaining.length > 0) {
    throw new DatabaseFault(
      `Role "${role.name}" has rights that cannot be taken from it (${remaining.join('; ')}). ` +
        'Use a role that is no superuser, owns no table, and is a member of no such role.',
    )
  }
  return []
}

/** Where the rights of the role differ from what they should be: one phrase each, none when all is well. */
export async function wrongGrants(connection: pg.ClientBase, role: string): Promise<string[]> {
  const { rows } = await connection.query<{ table: string; held: Privilege[] }>(
    `SELECT c.relname AS table,
            array(SELECT p FROM unnest($2::text[]) AS p WHERE has_table_privilege($1, c.oid, p)) AS held
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ANY ($3) AND c.relkind IN ('r', 'p') ORDER BY 1`,
    [role, [...privileges], [...schemas]],
  )
  const wrong = rows.flatMap(({ table, held }) => {
    const allowed = allowedOn(table)
    const lacking = allowed
      .filter((privilege) => !held.includes(privilege))
      .map((privilege) => `no ${privilege}`)
    return [...lacking, ...held.filter((privilege) => !allowed.includes(privilege))].map(
      (what) => `${what} on ${table}`,
    )
  })
  const { rows: others } = await connection.query<{ schema: string; usage: boolean; defaults: boolean }>(
    `SELECT n.nspname AS schema, has_schema_privilege($1, n.oid, 'USAGE') AS usage,
            EXISTS (SELECT 1 FROM pg_catalog.pg_default_acl d, aclexplode(d.defaclacl) a
                     WHERE d.defaclrole = current_user::regrole AND d.defaclnamespace = n.oid
                       AND d.defaclobjtype = 'r' AND a.grantee = $1::regrole) AS defaults
       FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY ($2) ORDER BY n.nspname DESC`,
    [role, [...schemas]],
  )
  for (const { schema, usage, defaults } of others) {
    if (!usage) wrong.push(`no USAGE on schema ${schema}`)
    if (!defaults) wrong.push(`nothing on tables to come in schema ${schema}`)
  }
  return wrong
}

async function grantStatements(owner: pg.ClientBase, roleName: string): Promise<string> {
  const role = owner.escapeIdentifier(roleName)
  const { rows } = await owner.query<{ schema: string; tables: string[] }>(
    `SELECT n.nspname AS schema,
            array(SELECT c.relname::text FROM pg_catalog.pg_class c
                   WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p')) AS tables
       FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY ($1)`,
    [[...schemas]],
  )
  // Sent as one message, so it is one transaction.
  return rows
    .flatMap(({ schema, tables }) => [
      `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
      ...tables.flatMap((table) => [
        `REVOKE ALL ON ${schema}.${owner.escapeIdentifier(table)} FROM ${role}`,
        `GRANT ${allowedOn(table).join(', ')} ON ${schema}.${owner.escapeIdentifier(table)} TO ${role}`,
      ]),
      `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`,
      `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role}`,
      `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${role}`,
    ])
    .join(';\n')
}

async function isCurrentRole(connection: pg.ClientBase, role: string): Promise<boolean> {
  const { rows } = await connection.query<{ same: boolean }>('SELECT current_user = $1 AS same', [role])
  return rows[0]?.same === true
}

async function warnAboutSingleRole(connection: pg.ClientBase, role: string): Promise<string[]> {
  const { rows } = await connection.query<{ held: boolean }>(
    `SELECT bool_or(has_table_privilege($1, c.oid, 'UPDATE') OR has_table_privilege($1, c.oid, 'DELETE')) AS held
       FROM pg_catalog.pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($2)`,
    [role, [...appendOnlyTables]],
  )
  if (rows[0]?.held !== true) return []
  return [
    `The application runs as "${role}", which owns the tables, so it could change the audit trail. ` +
      'Give DATABASE_URL a role of its own and put the owner into MIGRATION_DATABASE_URL.',
  ]
}

async function roleExists(connection: pg.ClientBase, role: string): Promise<boolean> {
  const { rowCount } = await connection.query('SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = $1', [role])
  return rowCount === 1
}

async function createRole(owner: pg.ClientBase, { name, password }: AppRole): Promise<void> {
  const byHand = `Make it as an administrator: CREATE ROLE ${owner.escapeIdentifier(name)} LOGIN PASSWORD '…';`
  if (!password)
    throw new DatabaseFault(
      `Role "${name}" does not exist, and there is no password to make it with. ${byHand}`,
    )
  try {
    await owner.query(
      `CREATE ROLE ${owner.escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE
         PASSWORD ${owner.escapeLiteral(scramVerifier(password))}`,
    )
  } catch (error) {
    if (errorCode(error) === '42501') {
      throw new DatabaseFault(
        `Role "${name}" does not exist, and the migrating role may not make it. ${byHand}`,
        { cause: error },
      )
    }
    throw error
  }
}
