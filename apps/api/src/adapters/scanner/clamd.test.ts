import { createServer, type Server } from 'node:net'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aClamd, clamdPaths, eicar, type ClamdProcess } from '../../testing/clamd-process.ts'
import { createClamd } from './clamd.ts'
import { createScanner } from './create-scanner.ts'
import { ScannerFaultError } from './scanner.ts'

async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part)
}

const megabytes = (count: number) =>
  pieces(...Array.from({ length: count }, () => Buffer.alloc(1024 * 1024, 'x')))

if (clamdPaths.length === 0)
  process.stdout.write('There is no clamd here: what a real scanner says of files is not tried.\n')

describe.each(clamdPaths)('a real clamd, %s', () => {
  let clamd: ClamdProcess
  beforeAll(async () => {
    clamd = await aClamd('StreamMaxLength 12M')
    await clamd.start()
  })
  afterAll(() => clamd.remove())

  test('finds what is harmful, wherever the pieces are cut, and nothing else', async () => {
    const { scan } = createScanner({ kind: 'clamd', socket: clamd.socket })
    expect(await scan(pieces(Buffer.from('a proof')))).toBe('clean')
    expect(await scan(pieces())).toBe('clean')
    expect(await scan(pieces(eicar))).toBe('harmful')
    expect(await scan(pieces(eicar.subarray(0, 20), Buffer.alloc(0), eicar.subarray(20)))).toBe('harmful')
    expect(await scan(pieces(Buffer.from('%PDF-1.7\n%'), eicar, Buffer.from('\n%%EOF')))).toBe('harmful')
  })

  test('looks at the largest file that is taken, and at many at once', async () => {
    const { scan } = createClamd({ socket: clamd.socket })
    const all = await Promise.all([scan(megabytes(10)), scan(pieces(eicar)), scan(megabytes(10))])
    expect(all).toEqual(['clean', 'harmful', 'clean'])
  })

  test('that is given more than it takes has not said that it is clean', async () => {
    const { scan } = createClamd({ socket: clamd.socket })
    await expect(scan(megabytes(20))).rejects.toThrow(ScannerFaultError)
  })
})

describe('a clamd that is not there', () => {
  let folder: string
  let server: Server | undefined
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'connect-scanner-'))
  })
  afterAll(async () => {
    server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** A peer on a socket of its own that says this to whoever connects, and ends; or nothing at all. */
  async function peer(says: string | null): Promise<string> {
    const socket = path.join(folder, `${String(Math.random())}.sock`)
    server = createServer((connection) => {
      connection.on('error', () => undefined)
      if (says !== null) connection.end(says)
    }).listen(socket)
    await once(server, 'listening')
    return socket
  }

  test('is a fault, by path and by address', async () => {
    for (const socket of [path.join(folder, 'nothing.sock'), '127.0.0.1:1'])
      await expect(createClamd({ socket }).scan(megabytes(10))).rejects.toThrow(ScannerFaultError)
  })

  test('or is silent, or says nothing that is known, is a fault and never "clean"', async () => {
    for (const says of ['', 'stream: OK?', 'UNKNOWN COMMAND\0', 'x'.repeat(10_000)]) {
      const { scan } = createClamd({ socket: await peer(says) })
      await expect(scan(megabytes(10))).rejects.toThrow(ScannerFaultError)
    }
    const { scan } = createClamd({ socket: await peer(null), patience: 50 })
    await expect(scan(pieces(eicar))).rejects.toThrow(ScannerFaultError)
  })

  test('leaves what went wrong with reading the file as it was', async () => {
    const { scan } = createClamd({ socket: await peer(null) })
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield eicar
      await Promise.reject(new Error('the database is away'))
    }
    await expect(scan(broken())).rejects.toThrow('the database is away')
  })
})

test('without a scanner nothing is said of a file', async () => {
  expect(await createScanner({ kind: 'none' }).scan(pieces(eicar))).toBe('not_scanned')
})

test('while nobody chose a scanner, files wait for one', async () => {
  await expect(createScanner({ kind: 'unset' }).scan(pieces(eicar))).rejects.toThrow(ScannerFaultError)
})
