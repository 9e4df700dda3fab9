import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { allowedOn, grantAppRole, wrongGrants } from './grants.ts'
import { withTwoRoles } from './testing/database.ts'

const insertEvent = `INSERT INTO audit_event (id, event, outcome, actor_kind, details)
  VALUES ($1, 'account.created', 'done', 'anonymous', '{}')`
const insertSeal = `INSERT INTO audit_seal (sequence, event_id, previous_hash, hash, key_version)
  VALUES (0, $1, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 1)`

describe('the role of the application', () => {
  it('adds and reads audit rows and their seals, and can neither change nor remove them', async () => {
    await withTwoRoles(async ({ app }) => {
      const id = randomUUID()
      await app.query(insertEvent, [id])
      await app.query(insertSeal, [id])
      expect((await app.query('SELECT 1 FROM audit_event JOIN audit_seal ON event_id = id')).rowCount).toBe(1)

      for (const table of ['audit_event', 'audit_seal']) {
        const change = table === 'audit_event' ? `SET outcome = 'other'` : 'SET key_version = 2'
        for (const statement of [`UPDATE ${table} ${change}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
          await expect(app.query(statement), statement).rejects.toThrow(
            `permission denied for table ${table}`,
          )
        }
      }
    })
  })

  it('adds to timelines and receipts of reports, and can neither change nor remove what stands there', async () => {
    await withTwoRoles(async ({ app }) => {
      for (const table of ['change_report_event', 'receipt', 'receipt_key']) {
        for (const statement of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`]) {
          await expect(app.query(statement), statement).rejects.toThrow(
            `permission denied for table ${table}`,
          )
        }
      }
    })
  })

  it('cannot get around that by an upsert, a row lock or a trigger', async () => {
    await withTwoRoles(async ({ app }) => {
      const id = randomUUID()
      await app.query(insertEvent, [id])
      const upsert = `${insertEvent} ON CONFLICT (id) DO UPDATE SET outcome = 'other'`
      await expect(app.query(upsert, [id])).rejects.toThrow('permission denied')
      await expect(app.query('SELECT 1 FROM audit_event FOR UPDATE')).rejects.toThrow('permission denied')
      await expect(app.query('ALTER TABLE audit_event RENAME TO gone')).rejects.toThrow('must be owner')
      await expect(app.query('CREATE TABLE mine (id int)')).rejects.toThrow(
        'permission denied for schema public',
      )
      await expect(app.query('SET ROLE connect_owner')).rejects.toThrow('permission denied')
    })
  })

  it('may do on every table exactly what is listed', async () => {
    await withTwoRoles(async ({ owner }) => {
      expect(await wrongGrants(owner, 'connect_app')).toEqual([])
      await owner.query(
        'GRANT DELETE ON audit_event TO connect_app; REVOKE INSERT ON feedback FROM connect_app',
      )
      expect(await wrongGrants(owner, 'connect_app')).toEqual([
        'DELETE on audit_event',
        'no INSERT on feedback',
      ])
      await grantAppRole(owner, { name: 'connect_app' })
      expect(await wrongGrants(owner, 'connect_app')).toEqual([])
    })
  })

  it('reads the history of migrations and cannot write it', async () => {
    await withTwoRoles(async ({ app }) => {
      expect((await app.query('SELECT 1 FROM _prisma_migrations')).rowCount).toBeGreaterThan(0)
      await expect(app.query('DELETE FROM _prisma_migrations')).rejects.toThrow('permission denied')
    })
  })

  it('works with a table that a later migration makes', async () => {
    await withTwoRoles(async ({ app, owner }) => {
      await owner.query('CREATE TABLE later (id bigserial PRIMARY KEY)')
      await app.query('INSERT INTO later DEFAULT VALUES')
      await app.query('DELETE FROM later')
      expect(allowedOn('later')).toEqual(['SELECT', 'INSERT', 'UPDATE', 'DELETE'])
    })
  })
})

describe('a role that is absent', () => {
  it('is made with its password, and nothing in a log of statements shows that password', async () => {
    await withTwoRoles(async ({ owner }) => {
      const name = `app_${randomUUID().slice(0, 8)}`
      const password = 'quite-long-and-secret'
      const statements: string[] = []
      const query = owner.query.bind(owner)
      const spied = Object.assign(Object.create(owner) as pg.Client, {
        query: (text: string, values?: unknown[]) => {
          statements.push(text)
          return query(text, values)
        },
      })
      await grantAppRole(spied, { name, password })
      expect(statements.join('\n')).toContain('CREATE ROLE')
      expect(statements.join('\n')).not.toContain(password)

      const client = new pg.Client({
        host: owner.host,
        port: owner.port,
        database: owner.database,
        user: name,
        password,
      })
      await client.connect()
      expect((await client.query('SELECT 1 FROM account')).rowCount).toBe(0)
      await client.end()
    })
  })

  it('is asked for in one line when there is no password to make it with', async () => {
    await withTwoRoles(async ({ owner }) => {
      await expect(grantAppRole(owner, { name: 'nobody_yet' })).rejects.toThrow(
        /^Role "nobody_yet" does not exist, .*CREATE ROLE "nobody_yet" LOGIN PASSWORD/,
      )
    })
  })

  it('is asked for in one line when the migrating role may not make roles', async () => {
    await withTwoRoles(async ({ app }) => {
      await expect(grantAppRole(app, { name: 'nobody_yet', password: 'secret' })).rejects.toThrow(
        /^Role "nobody_yet" does not exist, and the migrating role may not make it\./,
      )
    })
  })
})

describe('a single role for everything', () => {
  it('is warned about, because it could change the audit trail', async () => {
    await withTwoRoles(async ({ owner }) => {
      const warnings = await grantAppRole(owner, { name: 'connect_owner' })
      expect(warnings).toEqual([expect.stringContaining('it could change the audit trail')])
    })
  })

  it('is no matter where that role is the restricted one', async () => {
    await withTwoRoles(async ({ app }) => {
      expect(await grantAppRole(app, { name: 'connect_app' })).toEqual([])
    })
  })
})
