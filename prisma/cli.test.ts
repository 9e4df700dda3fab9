import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './embedded.ts'
import { createTestDatabase, type TestDatabase } from './testing/database.ts'

interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `pnpm db` with these settings and no others, in this file's folder. */
async function db(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Outcome> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'cli.ts'), ...args], {
    cwd: import.meta.dirname,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}

describe('pnpm db on the embedded server', () => {
  let dataDir: string
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'connect-cli-'))
  })
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('tells an empty database, migrates it, fills it for a demonstration, and empties it again', async () => {
    const settings = { DATA_DIR: dataDir }
    expect(await db(['status'], settings)).toEqual({
      code: 1,
      out: '',
      err: 'empty: The database is empty.\n',
    })
    expect(await db(['migrate'], settings)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Applied \d{14}_init.*\.\n$/) as string,
      err: '',
    })
    expect(await db(['status'], settings)).toMatchObject({
      code: 0,
      out: 'current: The database is migrated.\n',
    })
    expect(await db(['create', 'nothing_new'], settings)).toMatchObject({
      code: 0,
      out: expect.stringContaining('there is nothing to write') as string,
    })
    expect(await db(['seed'], settings)).toMatchObject({ code: 0, err: '' })
    expect(await db(['reset'], settings)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything was thrown away. Applied') as string,
    })
  })

  it('uses the server that runs on the data folder, and leaves it running', async () => {
    const server = await startEmbeddedPostgres({ dataDir })
    expect(await db(['status'], { DATA_DIR: dataDir })).toMatchObject({ code: 0 })
    expect(await Promise.race([server.ended.then(() => 'ended'), Promise.resolve('running')])).toBe('running')
    await server.stop()
  })
})

describe('pnpm db on a database of one’s own', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createTestDatabase({ migrated: false })
  })
  afterEach(() => database.drop())

  const settings = (): Record<string, string> => ({
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
  })

  it('migrates as the owner and then works as the restricted role', async () => {
    expect(await db(['migrate'], settings())).toMatchObject({ code: 0, err: '' })
    expect(await db(['status'], { DATABASE_URL: database.appUrl })).toMatchObject({ code: 0 })
  })

  it('throws nothing away unless it is a demonstration or one insists', async () => {
    await db(['migrate'], settings())
    for (const command of ['reset', 'seed']) {
      const refused = await db([command], settings())
      expect(refused.code).toBe(1)
      expect(refused.err).toMatch(
        /^This would .* is not a demonstration\. Add --force if that is what you want\.\n$/,
      )
    }
    expect(await db(['reset', '--force'], settings())).toMatchObject({ code: 0 })
    expect(await db(['reset'], { ...settings(), DEMO: '1' })).toMatchObject({ code: 0 })
  })
})

describe('pnpm db used in a way that cannot work', () => {
  const cases: [string, string[], Record<string, string>, RegExp][] = [
    [
      'a server that is not there',
      ['status'],
      { DATABASE_URL: 'postgresql://me:hush@127.0.0.1:1/x' },
      /cannot be reached/,
    ],
    ['an address that is none', ['status'], { DATABASE_URL: 'hush' }, /^DATABASE_URL is not an address like/],
    ['an address without a role', ['status'], { DATABASE_URL: 'postgresql://127.0.0.1/x' }, /names no role/],
    [
      'half of the two addresses',
      ['status'],
      { MIGRATION_DATABASE_URL: 'postgresql://me:hush@127.0.0.1:1/x' },
      /Set both/,
    ],
    ['a data folder that is a file', ['status'], { DATA_DIR: import.meta.filename }, /cannot be written/],
    [
      'one that is a file from where it runs',
      ['status'],
      { DATA_DIR: 'cli.ts' },
      /prisma\/cli\.ts\/postgres cannot/,
    ],
    ['an option that is none', ['reset', '--hush'], {}, /Unknown option/],
  ]

  it.each(cases)('says so in one line: %s', async (_what, args, settings, line) => {
    const { code, out, err } = await db(args, settings)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(line)
    expect(err.trimEnd()).not.toContain('\n')
    if (!args.includes('--hush')) expect(err).not.toContain('hush')
  })

  it('refuses a name that no migration may have', async () => {
    const database = await createTestDatabase()
    const settings = { DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl }
    for (const name of [[], ['../up'], ['Add Notices']]) {
      const { code, err } = await db(['create', ...name], settings)
      expect({ code, err }).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^A migration needs a name/) as string,
      })
    }
    await database.drop()
  })

  it('lists what it can do for an unknown command, and touches no database', async () => {
    const { code, err } = await db(['toString'], { DATABASE_URL: 'hush' })
    expect(code).toBe(2)
    expect(err).toContain('pnpm db migrate')
  })
})
