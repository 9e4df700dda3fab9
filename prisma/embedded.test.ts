import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { identifyProcess } from './embedded/process-identity.ts'
import { findEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedAddresses } from './embedded.ts'

let dataDir: string
let starters: ChildProcess[]

// Making a cluster takes a second, so the tests share one; each leaves it stopped and as it was.
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'connect-embedded-'))
})

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

beforeEach(() => {
  starters = []
})

afterEach(async () => {
  for (const starter of starters) starter.kill('SIGKILL')
  await vi.waitFor(() => expect(serverPid()).toBeUndefined(), { timeout: 20_000 })
})

const cluster = (): string => path.join(dataDir, 'postgres', 'cluster')

/** The number in the pid file while a process has it. */
function serverPid(): number | undefined {
  const file = path.join(cluster(), 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return isAlive(pid) ? pid : undefined
}

function isAlive(pid: number): boolean {
  return identifyProcess(pid) !== undefined
}

const keepAnswer = 'DROP TABLE IF EXISTS kept; CREATE TABLE kept AS SELECT 42 AS answer'

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

/** Starts the server from a process of its own, which can then be ended in any way. */
async function startElsewhere(): Promise<{ starter: ChildProcess; addresses: EmbeddedAddresses }> {
  const program = path.join(import.meta.dirname, 'testing', 'embedded-starter.ts')
  const starter = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  starters.push(starter)
  const [line] = (await once(createInterface(starter.stdout), 'line')) as [string]
  return { starter, addresses: JSON.parse(line) as EmbeddedAddresses }
}

describe('an embedded server', () => {
  it('keeps its data and its addresses’ passwords over a restart, and leaves no process between', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await query(first.ownerUrl, keepAnswer)
    await first.stop()
    expect(serverPid()).toBeUndefined()

    const second = await startEmbeddedPostgres({ dataDir })
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    expect(new URL(second.ownerUrl).password).toBe(new URL(first.ownerUrl).password)
    await second.stop()
    await second.stop()
  })

  it('listens on this machine alone, and keeps passwords to whoever started it', async () => {
    const server = await startEmbeddedPostgres({ dataDir })
    expect(await query(server.appUrl, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    expect(statSync(path.join(dataDir, 'postgres', 'passwords.json')).mode & 0o077).toBe(0)
    expect(statSync(cluster()).mode & 0o077).toBe(0)
    const anybody = server.appUrl.replace(/:[^:@]+@/, '@')
    await expect(query(anybody, 'SELECT 1')).rejects.toThrow(/password/)
    await server.stop()
  })

  it('writes no value of a failing statement into its log', async () => {
    const server = await startEmbeddedPostgres({ dataDir })
    await query(
      server.ownerUrl,
      `CREATE TABLE person (name text UNIQUE); INSERT INTO person VALUES ('Quetzalia')`,
    )
    await expect(query(server.ownerUrl, `INSERT INTO person VALUES ('Quetzalia')`)).rejects.toThrow(
      'duplicate key',
    )
    await expect(query(server.ownerUrl, `SELECT 'Quetzalia'::int`)).rejects.toThrow('Quetzalia')
    await server.stop()
    expect(readFileSync(path.join(dataDir, 'postgres', 'server.log'), 'utf8')).not.toContain('Quetzalia')
  })

  it('takes the port it is given, and says so when that one is taken', async () => {
    const peer = createServer().listen(0, '127.0.0.1')
    await once(peer, 'listening')
    const address = peer.address()
    const port = typeof address === 'object' && address ? address.port : 0
    await expect(startEmbeddedPostgres({ dataDir, port })).rejects.toThrow(
      `Port ${String(port)} for PostgreSQL is taken. Choose another.`,
    )
    peer.close()
    await once(peer, 'close')

    const server = await startEmbeddedPostgres({ dataDir, port })
    expect(new URL(server.appUrl).port).toBe(String(port))
    await server.stop()
  })

  it('makes new passwords when their file was lost', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await first.stop()
    rmSync(path.join(dataDir, 'postgres', 'passwords.json'))
    const second = await startEmbeddedPostgres({ dataDir })
    expect(new URL(second.appUrl).password).not.toBe(new URL(first.appUrl).password)
    expect(await query(second.appUrl, 'SELECT current_user AS role')).toEqual([{ role: 'connect_app' }])
    await second.stop()
  })
})

describe('a data folder that will not do', () => {
  it('is told in one line when another process uses it, which goes on undisturbed', async () => {
    const { starter, addresses } = await startElsewhere()
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
      `The data folder ${dataDir} is in use by process ${String(starter.pid)}. Stop that one, or choose another DATA_DIR.`,
    )
    expect(findEmbeddedPostgres(dataDir)).toEqual(addresses)
    expect(await query(addresses.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  it('is told in one line when it cannot be written', async () => {
    const file = path.join(dataDir, 'file')
    writeFileSync(file, '')
    await expect(startEmbeddedPostgres({ dataDir: path.join(file, 'data') })).rejects.toThrow(
      /^The data folder \S+ cannot be written \(ENOTDIR\)\. Choose another with DATA_DIR\.$/,
    )
  })

  it('is told in one line when its data are of another version', async () => {
    const server = await startEmbeddedPostgres({ dataDir })
    await server.stop()
    writeFileSync(path.join(cluster(), 'PG_VERSION'), '17\n')
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/are PostgreSQL 17's, and this is 18\./)
    writeFileSync(path.join(cluster(), 'PG_VERSION'), '18\n')
  })

  it('has nobody’s server in it before the first start', () => {
    expect(findEmbeddedPostgres(path.join(dataDir, 'new'))).toBeUndefined()
  })
})

describe('a starter that ends', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'by %s takes its server with it',
    async (signal) => {
      const { starter, addresses } = await startElsewhere()
      await query(addresses.ownerUrl, keepAnswer)
      const pid = serverPid() ?? 0
      expect(isAlive(pid)).toBe(true)
      starter.kill(signal)
      await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 20_000 })

      const server = await startEmbeddedPostgres({ dataDir })
      expect(await query(server.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
      await server.stop()
    },
  )

  it('together with the guard leaves a server behind, which the next start stops', async () => {
    const { starter, addresses } = await startElsewhere()
    await query(addresses.ownerUrl, keepAnswer)
    const left = serverPid() ?? 0
    for (const guard of guardsOf(left)) process.kill(guard, 'SIGKILL')
    starter.kill('SIGKILL')
    await once(starter, 'exit')
    expect(isAlive(left)).toBe(true)

    const server = await startEmbeddedPostgres({ dataDir })
    expect(isAlive(left)).toBe(false)
    expect(await query(server.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    await server.stop()
  })
})

describe('a server that was killed', () => {
  it('recovers on the next start, with what was committed', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    await query(first.ownerUrl, keepAnswer)
    process.kill(serverPid() ?? 0, 'SIGKILL')
    await first.ended

    const second = await startEmbeddedPostgres({ dataDir })
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    await second.stop()
  })

  it('is survived when another process has its number by now, and that process is left alone', async () => {
    const first = await startEmbeddedPostgres({ dataDir })
    const file = path.join(cluster(), 'postmaster.pid')
    const content = readFileSync(file, 'utf8')
    await first.stop()
    const bystander = spawn('sleep', ['60'])
    starters.push(bystander)
    writeFileSync(file, content.replace(/^\d+/, String(bystander.pid)))

    const second = await startEmbeddedPostgres({ dataDir })
    await second.stop()
    expect(isAlive(bystander.pid ?? 0)).toBe(true)
  })
})

// PostgreSQL does not run for root, so its user is another one then, who has to be let in.
describe('a folder that is closed to others', () => {
  const isRoot = process.getuid?.() === 0

  it('keeps the data, elsewhere for root when the server’s user cannot reach it, and finds them again', async () => {
    const closed = path.join(dataDir, 'closed')
    execFileSync('mkdir', ['-m', '700', closed])
    const first = await startEmbeddedPostgres({ dataDir: path.join(closed, 'data') })
    expect(first.notes).toEqual(isRoot ? [expect.stringContaining(`cannot reach ${closed}`)] : [])
    expect(first.folder.startsWith(dataDir)).toBe(!isRoot)
    await query(first.ownerUrl, keepAnswer)
    await first.stop()

    const second = await startEmbeddedPostgres({ dataDir: path.join(closed, 'data') })
    expect(second.folder).toBe(first.folder)
    expect(await query(second.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
    await second.stop()
    rmSync(path.dirname(first.folder), { recursive: true, force: true })
    rmSync(closed, { recursive: true, force: true })
  })

  it('lets the server’s user into the data folder itself, and no further', async () => {
    chmodSync(dataDir, 0o700)
    const server = await startEmbeddedPostgres({ dataDir })
    expect(server.folder).toBe(cluster())
    expect(statSync(dataDir).mode & 0o777).toBe(isRoot ? 0o701 : 0o700)
    await server.stop()
  })
})

/** The shells that stand by the server in its process group. */
function guardsOf(server: number): number[] {
  return execFileSync('ps', ['-e', '-o', 'pid=,pgid=,comm='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, group, name]) => Number(group) === server && name?.endsWith('sh'))
    .map(([pid]) => Number(pid))
}
