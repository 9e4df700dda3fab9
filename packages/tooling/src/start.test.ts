import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { connectDatabase } from '@connect/prisma/connect'
import { createTestDatabase } from '@connect/prisma/testing/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from './addresses.ts'
import { build } from './build.ts'
import { descendants, isAlive } from './testing/processes.ts'
import { fromRoot, rootDirectory } from './workspace.ts'

const startFile = fromRoot('packages/tooling/src/start.ts')
const scratch = mkdtempSync(join(tmpdir(), 'connect-start-'))

// The database's user has to get through to its data.
chmodSync(scratch, 0o711)

function newDataFolder(): string {
  const folder = mkdtempSync(join(scratch, 'data-'))
  chmodSync(folder, 0o711)
  return folder
}

// Made once, so that no test waits for it.
beforeAll(async () => {
  await build()
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

interface Started {
  child: ChildProcess
  output: { text: string }
  exitCode: Promise<number | null>
  port: number
}

async function run(
  settings: Record<string, string>,
  command = [process.execPath, startFile],
  cwd = rootDirectory,
): Promise<Started> {
  const port = await freePort()
  const [program = '', ...rest] = command
  const child = spawn(program, rest, {
    cwd,
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATA_DIR: newDataFolder(),
      LOG_LEVEL: 'silent',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { text: '' }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output.text += chunk.toString()))
  const exitCode = once(child, 'close').then(([code]) => code as number | null)
  return { child, output, exitCode, port }
}

/** Fulfilled when it serves; fails with all that it said when it ends before. */
async function untilReady({ child, output, exitCode }: Started): Promise<void> {
  const ended = exitCode.then((code) => Promise.reject(new Error(`It ended with ${code}.\n${output.text}`)))
  const ready = new Promise<void>((resolve) => {
    const look = (): void => {
      if (output.text.includes('Ctrl-C stops it.')) resolve()
    }
    child.stdout?.on('data', look)
    look()
  })
  await Promise.race([ready, ended])
}

/** What it tells everybody on every page. */
async function announcementsOf({ port }: Started): Promise<string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/announcements`)
  const { items } = (await answer.json()) as { items: { title: { en: string } }[] }
  return items.map(({ title }) => title.en)
}

/** The lines that a start with a fault says before it exits. */
async function faultOf(settings: Record<string, string>): Promise<string[]> {
  const { output, exitCode } = await run(settings)
  expect(await exitCode).toBe(1)
  return output.text.trimEnd().split('\n')
}

describe('pnpm start, stopped', () => {
  // One after the other, so each also begins where the one before left off.
  const home = newDataFolder()

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s it leaves no process behind and exits with 0',
    async (signal) => {
      const started = await run({ DATA_DIR: home })
      await untilReady(started)
      const answer = await fetch(`http://127.0.0.1:${started.port}/readyz`)
      expect(answer.status).toBe(200)
      expect(await announcementsOf(started)).toEqual(['This is a demonstration'])
      const processes = descendants(started.child.pid)
      expect(processes.length).toBeGreaterThan(2)
      started.child.kill(signal)
      expect(await started.exitCode).toBe(0)
      await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([])
    },
  )

  test('by two signals at once, as from a terminal and from npx, it still stops in order', async () => {
    const started = await run({ DATA_DIR: home })
    await untilReady(started)
    const processes = descendants(started.child.pid)
    started.child.kill('SIGINT')
    started.child.kill('SIGTERM')
    expect(await started.exitCode).toBe(0)
    await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([])
  })

  test('when nothing is left of npx and pnpm but shells that pass no signal on, it ends too', async () => {
    const npx = join(scratch, 'npx')
    const pnpm = join(scratch, 'pnpm')
    writeFileSync(npx, `#!/bin/sh\n/bin/sh ${pnpm}\n:\n`)
    writeFileSync(pnpm, `#!/bin/sh\n${process.execPath} ${startFile}\n:\n`)
    const started = await run({ DATA_DIR: home }, ['/bin/sh', npx])
    await untilReady(started)
    const processes = descendants(started.child.pid)
    started.child.kill('SIGTERM')
    await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([])
  })

  test('when it is killed outright, server and database end by themselves', async () => {
    const started = await run({ DATA_DIR: home })
    await untilReady(started)
    const processes = descendants(started.child.pid)
    started.child.kill('SIGKILL')
    await expect.poll(() => processes.filter(isAlive), { timeout: 20_000 }).toEqual([])
  })
})

describe('pnpm start with a database of its own', () => {
  test('serves from the database that is set, with the restricted role and the keys where it was told', async () => {
    const database = await createTestDatabase({ migrated: false })
    const dataDir = newDataFolder()
    const started = await run(
      {
        DATABASE_URL: database.appUrl,
        SCANNER: 'none',
        MIGRATION_DATABASE_URL: database.ownerUrl,
        DATA_DIR: basename(dataDir),
      },
      undefined,
      dirname(dataDir),
    )
    await untilReady(started)
    expect(existsSync(join(dataDir, 'keys.json'))).toBe(true)
    expect(started.output.text).toContain('The data lie in the database that DATABASE_URL names')
    expect(await announcementsOf(started)).toEqual([])
    started.child.kill('SIGTERM')
    expect(await started.exitCode).toBe(0)
    await database.drop()
  })
})

describe('pnpm start says in one line', () => {
  test('that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    expect(await faultOf({ PORT: String(port) })).toEqual([
      `ConneCT cannot listen on 127.0.0.1:${port} (EADDRINUSE). Something else listens there. Stop it, or choose another port with PORT.`,
    ])
    other.close()
  })

  test('that the data folder cannot be written', async () => {
    const file = join(scratch, 'a-file')
    writeFileSync(file, '')
    expect(await faultOf({ DATA_DIR: join(file, 'data') })).toEqual([
      `The data folder ${file}/data cannot be written (ENOTDIR). Choose another with DATA_DIR.`,
    ])
  })

  test('that the data folder is in use by another start', async () => {
    const dataDir = newDataFolder()
    const first = await run({ DATA_DIR: dataDir })
    await untilReady(first)
    const lines = await faultOf({ DATA_DIR: dataDir })
    first.child.kill('SIGTERM')
    await first.exitCode
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`The data folder ${dataDir} is in use by process`)
  })

  test('that the database cannot be reached', async () => {
    const port = await freePort()
    const lines = await faultOf({
      DATABASE_URL: `postgresql://someone:secret@127.0.0.1:${port}/connect`,
      SCANNER: 'none',
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`PostgreSQL at 127.0.0.1:${port} cannot be reached`)
    expect(lines[0]).not.toContain('secret')
  })

  test('that the database is migrated further than the code', async () => {
    const database = await createTestDatabase()
    const owner = connectDatabase({ url: database.ownerUrl })
    await owner.pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ('of-tomorrow', 'none', '99990101000000_of_tomorrow', now(), 1)`,
    )
    await owner.close()
    const lines = await faultOf({
      DATABASE_URL: database.appUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      SCANNER: 'none',
    })
    await database.drop()
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('99990101000000_of_tomorrow')
  })

  test('what is wrong with each of several settings', async () => {
    const lines = await faultOf({
      PORT: 'eighty',
      HTTPS: 'yes',
      CAPTCHA_PROVIDER: 'none',
      TRUSTED_PROXIES: 'next-door',
    })
    expect(lines.map((line) => line.split(':')[0]).toSorted()).toEqual([
      'Setting CAPTCHA_PROVIDER',
      'Setting HTTPS',
      'Setting PORT',
      'Setting TRUSTED_PROXIES',
    ])
  })
})
