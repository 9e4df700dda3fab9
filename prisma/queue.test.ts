import pg from 'pg'
import { getRollbackPlans, PgBoss } from 'pg-boss'
import { describe, expect, it } from 'vitest'
import { migrateDatabase } from './migrate.ts'
import { queues, queueSchema } from './queue.ts'
import { createTestDatabase, withTwoRoles } from './testing/database.ts'

describe('the queue', () => {
  it('is worked by the restricted role, which can make no table there', async () => {
    await withTwoRoles(async ({ app }) => {
      const boss = new PgBoss({
        schema: queueSchema,
        db: { executeSql: (text, values) => app.query(text, values) },
        migrate: false,
        supervise: false,
        schedule: false,
      })
      await boss.start()
      const id = await boss.send(queues.mail, { mailId: 'one' })
      const [job] = await boss.fetch(queues.mail)
      expect(job).toMatchObject({ id, data: { mailId: 'one' } })
      await boss.complete(queues.mail, job?.id ?? '')
      await boss.supervise()
      await boss.stop({ graceful: false })
      await expect(app.query(`CREATE TABLE ${queueSchema}.mine (id int)`)).rejects.toThrow(
        'permission denied for schema pgboss',
      )
    })
  })

  it('gives up on an e-mail after its tries, and keeps it apart then', async () => {
    await withTwoRoles(async ({ app }) => {
      const { rows } = await app.query<{ dead_letter: string; retry_limit: number; retry_backoff: boolean }>(
        `SELECT dead_letter, retry_limit, retry_backoff FROM ${queueSchema}.queue WHERE name = $1`,
        [queues.mail],
      )
      expect(rows).toEqual([{ dead_letter: queues.deadMail, retry_limit: 12, retry_backoff: true }])
    })
  })

  it('tries the check of a file for days, and takes it from a process that is silent for 20 seconds', async () => {
    await withTwoRoles(async ({ app }) => {
      const { rows } = await app.query(
        `SELECT dead_letter, retry_limit, retry_delay_max, heartbeat_seconds FROM ${queueSchema}.queue WHERE name = $1`,
        [queues.documentCheck],
      )
      expect(rows).toEqual([
        {
          dead_letter: queues.deadDocumentCheck,
          retry_limit: 600,
          retry_delay_max: 600,
          heartbeat_seconds: 20,
        },
      ])
    })
  })

  it('keeps a job longer than the thirty days of an e-mail', async () => {
    await withTwoRoles(async ({ app }) => {
      const { rows } = await app.query<{ days: number }>(
        `SELECT retention_seconds / 86400 AS days FROM ${queueSchema}.queue WHERE name = ANY ($1)`,
        [Object.values(queues)],
      )
      expect(rows).toEqual(Object.values(queues).map(() => ({ days: 31 })))
    })
  })

  it('of an older version is brought to this one, with the jobs in it', async () => {
    const database = await createTestDatabase()
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const version = async () =>
      (await owner.query<{ version: number }>(`SELECT version FROM ${queueSchema}.version`)).rows[0]?.version
    const current = await version()
    await owner.query(
      `INSERT INTO ${queueSchema}.job (name, data) VALUES ('${queues.mail}', '{"mailId": "one"}')`,
    )
    await owner.query(getRollbackPlans(queueSchema))
    expect(await version()).not.toBe(current)

    await migrateDatabase({ migrationUrl: database.ownerUrl, appRole: 'connect_app' })
    expect(await version()).toBe(current)
    expect((await owner.query(`SELECT data FROM ${queueSchema}.job`)).rows).toEqual([
      { data: { mailId: 'one' } },
    ])
    await owner.end()
    await database.drop()
  })
})
