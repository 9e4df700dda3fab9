import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { readMigrations } from './migrations-folder.ts'
import { databaseState } from './state.ts'
import { createTestDatabase, withTwoRoles } from './testing/database.ts'

const known = readMigrations()
const later = { name: '2099_later', script: '', checksum: 'x' }

describe('how a database stands to the code', () => {
  it('is read by the application itself, in one statement', async () => {
    await withTwoRoles(async ({ app }) => {
      expect((await databaseState(app)).state).toBe('current')
    })
  })

  it('is behind when the code knows more', async () => {
    await withTwoRoles(async ({ app }) => {
      expect(await databaseState(app, [...known, later])).toEqual({
        state: 'behind',
        detail: 'The database lacks 2099_later.',
      })
    })
  })

  it('is ahead when the database knows more, whatever else it lacks', async () => {
    await withTwoRoles(async ({ app }) => {
      expect((await databaseState(app, [later])).state).toBe('ahead')
    })
  })

  it('is empty before anything', async () => {
    const database = await createTestDatabase({ migrated: false })
    // Unlike a pool, it waits until the server knows that it has gone.
    const client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    expect((await databaseState(client)).state).toBe('empty')
    await client.end()
    await database.drop()
  })

  it('does not count a migration that was rolled back', async () => {
    await withTwoRoles(async ({ app, owner }) => {
      await owner.query('UPDATE _prisma_migrations SET rolled_back_at = now(), finished_at = NULL')
      expect((await databaseState(app)).state).toBe('behind')
    })
  })

  it('cannot be told by a role without the right to read the history', async () => {
    await withTwoRoles(async ({ app, owner }) => {
      await owner.query('REVOKE ALL ON _prisma_migrations FROM connect_app')
      expect(await databaseState(app)).toMatchObject({
        state: 'failed',
        detail: expect.stringContaining('may not read') as string,
      })
    })
  })
})
