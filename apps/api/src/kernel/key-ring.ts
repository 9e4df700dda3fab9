import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

/** What keys there are; the names stand in the keys file and in the database. */
export const keyKinds = [
  'password-pepper',
  'key-encryption',
  'lookup',
  'captcha',
  'audit-signing',
  'receipt-signing',
] as const
type KeyKind = (typeof keyKinds)[number]

const signingKinds: readonly KeyKind[] = ['audit-signing', 'receipt-signing']

/** One key as the keys file holds it: 32 random bytes, or of a signing key its PKCS #8 form. */
export interface KeyEntry {
  readonly kind: KeyKind
  readonly version: number
  readonly createdAt: string
  readonly secret: Uint8Array<ArrayBuffer>
}

/** The versions of one kind of key. New work uses `current`; `of` finds an older one, or throws `KeysError`. */
interface KeyRing<Key> {
  readonly current: { readonly version: number; readonly key: Key }
  readonly versions: readonly number[]
  of(version: number): Key
}

export interface SigningKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export interface Keys {
  readonly passwordPepper: KeyRing<Uint8Array<ArrayBuffer>>
  readonly keyEncryption: KeyRing<Uint8Array<ArrayBuffer>>
  readonly lookup: KeyRing<Uint8Array<ArrayBuffer>>
  readonly captcha: KeyRing<Uint8Array<ArrayBuffer>>
  readonly auditSigning: KeyRing<SigningKey>
  readonly receiptSigning: KeyRing<SigningKey>
  readonly fingerprints: readonly KeyFingerprint[]
}

/** Names a key without telling it. */
interface KeyFingerprint {
  readonly kind: KeyKind
  readonly version: number
  readonly fingerprint: Uint8Array<ArrayBuffer>
}

/** Keys are missing, damaged, or not those of the database. The message is one line for an operator. */
export class KeysError extends Error {
  override readonly name = 'KeysError'
}

const secretBytes = 32

/** A first version of each kind. */
export function newKeyEntries(kinds: readonly KeyKind[] = keyKinds): KeyEntry[] {
  const createdAt = new Date().toISOString()
  return kinds.map((kind) => ({ kind, version: 1, createdAt, secret: newSecret(kind) }))
}

/** Kinds of which no version is there, such as those that came after a file was made. */
export function kindsLacking(entries: readonly KeyEntry[]): KeyKind[] {
  return keyKinds.filter((kind) => !entries.some((entry) => entry.kind === kind))
}

/** Keys that live in memory only, for tests and tools without a database. */
export function generateKeys(): Keys {
  return keysOf(newKeyEntries())
}

/** Sorts entries into rings; throws `KeysError` when a kind is absent, doubled in a version, or of a wrong form. */
export function keysOf(entries: readonly KeyEntry[]): Keys {
  const secret = (kind: KeyKind) => ringOf(kind, entries, readSecret)
  return {
    passwordPepper: secret('password-pepper'),
    keyEncryption: secret('key-encryption'),
    lookup: secret('lookup'),
    captcha: secret('captcha'),
    auditSigning: ringOf('audit-signing', entries, readSigningKey),
    receiptSigning: ringOf('receipt-signing', entries, readSigningKey),
    fingerprints: entries.map(fingerprintOf),
  }
}

function newSecret(kind: KeyKind): Uint8Array<ArrayBuffer> {
  if (!signingKinds.includes(kind)) return Uint8Array.from(randomBytes(secretBytes))
  const { privateKey } = generateKeyPairSync('ed25519')
  return Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' }))
}

function ringOf<Key>(
  kind: KeyKind,
  entries: readonly KeyEntry[],
  read: (entry: KeyEntry) => Key,
): KeyRing<Key> {
  const versions = new Map<number, Key>()
  for (const entry of entries) {
    if (entry.kind !== kind) continue
    if (versions.has(entry.version)) throw new KeysError(`The keys file holds ${nameOf(entry)} twice`)
    versions.set(entry.version, read(entry))
  }
  const version = Math.max(...versions.keys())
  const key = versions.get(version)
  if (key === undefined) throw new KeysError(`The keys file lacks the key "${kind}"`)
  return {
    current: { version, key },
    versions: [...versions.keys()],
    of(wanted) {
      const found = versions.get(wanted)
      if (found === undefined) throw new KeysError(`The keys file lacks ${nameOf({ kind, version: wanted })}`)
      return found
    },
  }
}

function readSecret(entry: KeyEntry): Uint8Array<ArrayBuffer> {
  if (entry.secret.length === secretBytes) return entry.secret
  throw new KeysError(`In the keys file ${nameOf(entry)} is not ${secretBytes} bytes long`)
}

function readSigningKey(entry: KeyEntry): SigningKey {
  try {
    const privateKey = createPrivateKey({ key: Buffer.from(entry.secret), format: 'der', type: 'pkcs8' })
    if (privateKey.asymmetricKeyType === 'ed25519') {
      return { privateKey, publicKey: createPublicKey(privateKey) }
    }
  } catch {
    // Told below: the fault's own words could quote the key.
  }
  throw new KeysError(`In the keys file ${nameOf(entry)} is not an Ed25519 key`)
}

function fingerprintOf(entry: KeyEntry): KeyFingerprint {
  const hash = createHash('sha256')
    .update(`connect key ${entry.kind} ${entry.version}\n`)
    .update(entry.secret)
  return { kind: entry.kind, version: entry.version, fingerprint: Uint8Array.from(hash.digest()) }
}

/** How a message names a key. */
export function nameOf(key: { readonly kind: string; readonly version: number }): string {
  return `the key "${key.kind}" version ${key.version}`
}
