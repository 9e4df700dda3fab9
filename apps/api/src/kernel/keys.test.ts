import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connectDatabase, type Database } from '@connect/prisma/connect'
import { createTestDatabase, type TestDatabase } from '@connect/prisma/testing/database'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aStoredAccount } from '../testing/stored-account.ts'
import { KeysError } from './key-ring.ts'
import { loadKeys } from './keys.ts'

let database: TestDatabase
let app: Database
let folder: string
let keysFile: string

beforeAll(async () => {
  database = await createTestDatabase()
  app = connectDatabase({ url: database.appUrl })
})
afterAll(async () => {
  await app.close()
  await database.drop()
})
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'connect-keys-'))
  keysFile = path.join(folder, 'data', 'keys.json')
})
afterEach(async () => {
  await rm(folder, { recursive: true })
  await app.prisma.keyFingerprint.deleteMany()
  await app.prisma.account.deleteMany()
})

const load = (file = keysFile) => loadKeys({ keysFile: file, database: app.prisma })

/** What the file holds, changed by hand. */
async function editKeys(
  change: (keys: Record<string, unknown>[]) => Record<string, unknown>[],
): Promise<void> {
  const body = JSON.parse(await readFile(keysFile, 'utf8')) as { keys: Record<string, unknown>[] }
  await writeFile(keysFile, JSON.stringify({ ...body, keys: change(body.keys) }))
}

describe('the keys', () => {
  test('are made for an empty database, in a file that only its owner may read', async () => {
    await load()
    expect((await stat(keysFile)).mode & 0o777).toBe(0o600)
    expect(await readdir(path.dirname(keysFile))).toEqual(['keys.json'])
    expect(await app.prisma.keyFingerprint.count()).toBe(6)
  })

  test('are the same at every later start, and never in the database', async () => {
    const first = await load()
    const second = await load()
    expect(second.passwordPepper.current).toEqual(first.passwordPepper.current)
    expect(second.fingerprints).toEqual(first.fingerprints)
    const stored = await app.prisma.keyFingerprint.findMany()
    const secrets = [first.passwordPepper, first.keyEncryption, first.lookup, first.captcha].map(
      ({ current }) => Buffer.from(current.key).toString('hex'),
    )
    for (const { fingerprint } of stored)
      expect(secrets).not.toContain(Buffer.from(fingerprint).toString('hex'))
  })

  test('are made once when two processes start for the first time at the same moment', async () => {
    const [one, other] = await Promise.all([load(), load()])
    expect(one.fingerprints).toEqual(other.fingerprints)
  })

  test('are not made anew when the file of a used database is lost', async () => {
    await load()
    await rm(keysFile)
    await expect(load()).rejects.toThrow(KeysError)
    await expect(load()).rejects.toThrow(`The keys file ${keysFile} is missing`)
    expect(await readdir(path.dirname(keysFile))).toEqual([])
  })

  test('are not made by a command that only looks', async () => {
    const looking = loadKeys({ keysFile, database: app.prisma, mayCreate: false })
    await expect(looking).rejects.toThrow('is missing')
  })

  test('of another database are refused, and so is a second place for the same one', async () => {
    await load()
    const elsewhere = path.join(folder, 'other.json')
    const other = await createTestDatabase()
    const otherApp = connectDatabase({ url: other.appUrl })
    await loadKeys({ keysFile: elsewhere, database: otherApp.prisma })
    await otherApp.close()
    await other.drop()
    await expect(load(elsewhere)).rejects.toThrow('belongs to another database')
    await expect(load(path.join(folder, 'none.json'))).rejects.toThrow('is missing')
  })

  test('that the database names must be in the file, each version of them', async () => {
    await load()
    await editKeys((keys) => keys.map((key) => (key.kind === 'lookup' ? { ...key, version: 2 } : key)))
    await expect(load()).rejects.toThrow('lacks the key "lookup" version 1, which the database needs')
  })

  test('may get newer versions, which the database then names too', async () => {
    const first = await load()
    const secret = Buffer.alloc(32, 7).toString('base64')
    await editKeys((keys) => [
      ...keys,
      { kind: 'key-encryption', version: 2, createdAt: '2026-11-21', secret },
    ])
    const second = await load()
    expect(second.keyEncryption.current.version).toBe(2)
    expect(second.keyEncryption.of(1)).toEqual(first.keyEncryption.current.key)
    expect(await app.prisma.keyFingerprint.count()).toBe(7)
    await editKeys((keys) => keys.slice(0, -1))
    await expect(load()).rejects.toThrow('lacks the key "key-encryption" version 2')
  })

  /** As if the file and its database had been made before there were keys for receipts. */
  async function beforeReceipts(): Promise<void> {
    await load()
    await editKeys((keys) => keys.filter(({ kind }) => kind !== 'receipt-signing'))
    await app.prisma.keyFingerprint.deleteMany({ where: { kind: 'receipt-signing' } })
  }

  test('get a kind that came later, in the same file, with every other key as it was', async () => {
    await beforeReceipts()
    await chmod(keysFile, 0o640)
    const before = JSON.parse(await readFile(keysFile, 'utf8')) as { keys: unknown[] }
    const [one, other] = await Promise.all([load(), load()])
    expect(one.fingerprints).toEqual(other.fingerprints)
    expect([one.addedKinds, other.addedKinds].flat()).toEqual(['receipt-signing'])
    const after = JSON.parse(await readFile(keysFile, 'utf8')) as { keys: { kind: string }[] }
    expect(after.keys.slice(0, -1)).toEqual(before.keys)
    expect(after.keys.at(-1)?.kind).toBe('receipt-signing')
    expect(await app.prisma.keyFingerprint.count()).toBe(6)
    expect((await stat(keysFile)).mode & 0o777).toBe(0o640)
    expect(await readdir(path.dirname(keysFile))).toEqual(['keys.json'])
  })

  test('get it behind a link too, which stays one', async () => {
    await beforeReceipts()
    const behind = path.join(folder, 'link.json')
    await symlink(keysFile, behind)
    await load(behind)
    expect((await lstat(behind)).isSymbolicLink()).toBe(true)
    await load()
  })

  test('of such a kind are not made anew once the database names one, and never by a command that only looks', async () => {
    await beforeReceipts()
    const looking = loadKeys({ keysFile, database: app.prisma, mayCreate: false })
    await expect(looking).rejects.toThrow('lacks "receipt-signing": start the portal once')
    await load()
    await editKeys((keys) => keys.filter(({ kind }) => kind !== 'receipt-signing'))
    await expect(load()).rejects.toThrow('lacks the key "receipt-signing"')
  })

  test('cannot be guessed for a database that holds accounts but names no keys', async () => {
    await aStoredAccount(app.prisma)
    await expect(load()).rejects.toThrow('holds accounts but does not name the keys')
  })

  test.each([
    ['cut short', '{"format": 1, "keys": ['],
    ['something else', '{"format": 2}'],
    ['no text', '\u0000\u0001'],
    ['empty', ''],
  ])('in a file that is %s are refused in one line that quotes nothing', async (_what, content) => {
    await load()
    await writeFile(keysFile, content)
    await expect(load()).rejects.toThrow(
      new KeysError(`The keys file ${keysFile} is damaged or not a keys file`),
    )
  })

  test('cannot be made where nothing may be written', async () => {
    const blocked = path.join(folder, 'a-file')
    await writeFile(blocked, '')
    await expect(load(path.join(blocked, 'keys.json'))).rejects.toThrow(
      /^The keys file .* cannot be (read|made): ENOTDIR$/,
    )
    expect(await app.prisma.keyFingerprint.count()).toBe(0)
  })
})
