import { randomBytes } from 'node:crypto'
import {
  link,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  stat,
  unlink,
  type FileHandle,
} from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import * as z from 'zod'
import { keyKinds, KeysError, newKeyEntries, type KeyEntry } from './key-ring.ts'

const keysFileBody = z.strictObject({
  format: z.literal(1),
  keys: z.array(
    z.strictObject({
      kind: z.enum(keyKinds),
      version: z.int().check(z.positive()),
      createdAt: z.string(),
      secret: z.base64(),
    }),
  ),
})

/** Reads the keys; null when there is no such file. Throws `KeysError` in one line that never quotes the content. */
export async function readKeysFile(path: string): Promise<KeyEntry[] | null> {
  const text = await readText(path)
  return text === null ? null : parseEntries(text, path)
}

/**
 * Makes a file of new keys that only its owner may read. The file appears whole or not at all, and never in place of
 * another one.
 */
export async function createKeysFile(path: string): Promise<KeyEntry[]> {
  const entries = newKeyEntries()
  try {
    const firstMade = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await withDraft(path, entries, async (draft) => {
      await link(draft, path)
      await syncNames(dirname(path), firstMade === undefined ? dirname(path) : dirname(firstMade))
    })
  } catch (error) {
    throw new KeysError(`The keys file ${path} cannot be made: ${messageOf(error)}`)
  }
  return entries
}

/**
 * Adds keys to a file that was made before there were any of their kind. At every moment it is the old file or the new
 * one, whole, and as readable for others as it was.
 */
export async function extendKeysFile(
  path: string,
  { held, added }: { readonly held: readonly KeyEntry[]; readonly added: readonly KeyEntry[] },
): Promise<void> {
  try {
    // A link to it stays a link.
    const place = await realpath(path)
    const { mode } = await stat(place)
    await withDraft(place, [...held, ...added], async (draft) => {
      await using(await open(draft), async (file) => {
        await file.chmod(mode & 0o777)
        await file.sync()
      })
      await rename(draft, place)
      await syncNames(dirname(place), dirname(place))
    })
  } catch (error) {
    const names = added.map(({ kind }) => `"${kind}"`).join(', ')
    throw new KeysError(`The keys file ${path} lacks ${names}, which cannot be added: ${messageOf(error)}`)
  }
}

/** Writes the keys to a file beside, which only its owner may read; whatever is left of it afterwards is removed. */
async function withDraft(
  path: string,
  entries: readonly KeyEntry[],
  work: (draft: string) => Promise<void>,
): Promise<void> {
  const body = { format: 1, keys: entries.map((entry) => ({ ...entry, secret: encode(entry.secret) })) }
  const draft = `${path}.${randomBytes(6).toString('hex')}.draft`
  try {
    // Losing these bytes means losing every record sealed with them, so they are on the disk before anything is.
    await using(await open(draft, 'wx', 0o600), async (file) => {
      await file.writeFile(`${JSON.stringify(body, null, 2)}\n`)
      await file.sync()
    })
    await work(draft)
  } finally {
    await unlink(draft).catch(() => undefined)
  }
}

/** Puts the names on the disk by which the file is found, from its folder up to the one that was there before. */
async function syncNames(from: string, upTo: string): Promise<void> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    try {
      await using(await open(folder), (handle) => handle.sync())
    } catch (error) {
      if (!unsyncable.includes(messageOf(error))) throw error
    }
    if (folder === resolve(upTo) || folder === dirname(folder)) return
  }
}

/** Where nobody may open a folder, or no folder can be synced, the system writes names by itself. */
const unsyncable = ['EACCES', 'EISDIR', 'EPERM', 'EBADF', 'EINVAL']

async function using(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle)
  } finally {
    await handle.close()
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw new KeysError(`The keys file ${path} cannot be read: ${messageOf(error)}`)
  }
}

function parseEntries(text: string, path: string): KeyEntry[] {
  const body = keysFileBody.safeParse(parseJson(text))
  if (!body.success) throw new KeysError(`The keys file ${path} is damaged or not a keys file`)
  return body.data.keys.map((key) => ({ ...key, secret: Uint8Array.from(Buffer.from(key.secret, 'base64')) }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function encode(secret: Uint8Array): string {
  return Buffer.from(secret).toString('base64')
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function messageOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'
}
