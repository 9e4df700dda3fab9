import {
  keysOf,
  KeysError,
  kindsLacking,
  nameOf,
  newKeyEntries,
  type KeyEntry,
  type Keys,
} from './key-ring.ts'
import { createKeysFile, extendKeysFile, readKeysFile } from './keys-file.ts'
import {
  hasAccounts,
  insertKeyFingerprints,
  lockKeyFingerprints,
  readKeyFingerprints,
  type KeyDatabase,
  type KeyFingerprintRow,
} from './keys.store.ts'

export type { Keys } from './key-ring.ts'

interface LoadedKeys extends Keys {
  /** Kinds that the file got just now: from here on every copy of it is an old one. */
  readonly addedKinds: readonly string[]
}

/**
 * The keys of this installation. They are made for an empty database only: elsewhere a missing file means that what
 * is stored could never be opened again, so boot must stop and say so. A kind of key that is newer than the file, and
 * with which nothing was ever done, is added to it. Throws `KeysError`, one line for an operator.
 * Source: docs/security.md, keys.
 */
export async function loadKeys(options: {
  readonly keysFile: string
  readonly database: KeyDatabase
  /** False for a command that only looks at what is there. */
  readonly mayCreate?: boolean
}): Promise<LoadedKeys> {
  return options.database.$transaction(async (tx) => {
    await lockKeyFingerprints(tx)
    const known = await readKeyFingerprints(tx)
    const unnamed = known.length === 0 && (await hasAccounts(tx))
    if (unnamed) throw new KeysError('The database holds accounts but does not name the keys they need')

    const found = await readKeysFile(options.keysFile)
    if (found === null && (known.length > 0 || options.mayCreate === false)) {
      throw new KeysError(
        `The keys file ${options.keysFile} is missing, and the database needs it: put it back, or set KEYS_FILE`,
      )
    }
    const added = found === null ? [] : await addLacking(found, known, options)
    const keys = keysOf([...(found ?? (await createKeysFile(options.keysFile))), ...added])
    requireKnownKeys(keys, known, options.keysFile)
    const names = new Set(known.map(nameOf))
    await insertKeyFingerprints(
      tx,
      keys.fingerprints.filter((key) => !names.has(nameOf(key))),
    )
    return { ...keys, addedKinds: added.map(({ kind }) => kind) }
  })
}

/** Gives the file the kinds that it lacks and the database never saw; answers with those. */
async function addLacking(
  found: readonly KeyEntry[],
  known: readonly KeyFingerprintRow[],
  { keysFile, mayCreate }: { readonly keysFile: string; readonly mayCreate?: boolean },
): Promise<readonly KeyEntry[]> {
  const added = newKeyEntries(kindsLacking(found).filter((kind) => known.every((row) => row.kind !== kind)))
  if (added.length === 0) return []
  if (mayCreate === false) {
    const names = added.map(({ kind }) => `"${kind}"`).join(', ')
    throw new KeysError(`The keys file ${keysFile} lacks ${names}: start the portal once, which adds it`)
  }
  await extendKeysFile(keysFile, { held: found, added })
  return added
}

function requireKnownKeys(keys: Keys, known: readonly KeyFingerprintRow[], keysFile: string): void {
  const held = new Map(keys.fingerprints.map((key) => [nameOf(key), key.fingerprint]))
  for (const row of known) {
    const fingerprint = held.get(nameOf(row))
    if (fingerprint === undefined) {
      throw new KeysError(`The keys file ${keysFile} lacks ${nameOf(row)}, which the database needs`)
    }
    if (Buffer.compare(fingerprint, row.fingerprint) !== 0) {
      throw new KeysError(`The keys file ${keysFile} belongs to another database: ${nameOf(row)} differs`)
    }
  }
}
