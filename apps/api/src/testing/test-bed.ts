import pg from 'pg'
import { startTestApp, type TestApp } from './test-app.ts'

/** Two instances of the API on one database, as in service, and a connection of its owner. */
export interface TestBed {
  readonly api: TestApp
  readonly second: TestApp
  readonly database: pg.Client
  stop(): Promise<void>
}

export async function startTestBed(): Promise<TestBed> {
  const api = await startTestApp()
  const second = await startTestApp({ beside: api })
  const database = new pg.Client({ connectionString: api.database.ownerUrl })
  await database.connect()
  return {
    api,
    second,
    database,
    async stop() {
      await database.end()
      await second.stop()
      await api.stop()
    },
  }
}
