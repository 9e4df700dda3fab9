import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { Keys } from './key-ring.ts'

type Bytes = Uint8Array<ArrayBuffer>

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** Seals and opens the columns of one record; store `dataKey` and `dataKeyVersion` beside them. */
interface RecordSeal {
  /** The record's own key, wrapped; useless without the keys file. */
  readonly dataKey: Bytes
  readonly dataKeyVersion: number
  seal(column: string, value: string | Uint8Array): Bytes
  /** Throws `SealBrokenError` when the bytes were changed, or sealed for another place. */
  openText(column: string, sealed: Uint8Array): string
  openBytes(column: string, sealed: Uint8Array): Bytes
}

interface StoredDataKey {
  readonly dataKey: Uint8Array
  readonly dataKeyVersion: number
}

export interface RecordCipher {
  /** A new key for a new record. */
  create(table: string, rowId: string): RecordSeal
  /** The key of a stored record; throws `SealBrokenError`, or `KeysError` for a version the keys file lacks. */
  open(table: string, rowId: string, stored: StoredDataKey): RecordSeal
}

/** A sealed value does not open here: it was changed, or moved from another table, column or row. */
export class SealBrokenError extends Error {
  override readonly name = 'SealBrokenError'
  /** Table, column and row id: what may stand in a log, so that somebody can look. */
  readonly place: string

  constructor(place: string) {
    super(`A sealed value does not open at ${place}`)
    this.place = place
  }
}

/**
 * AES-256-GCM with a data key for each record, itself wrapped by the versioned key-encryption key. Table, column, row
 * and key version are bound in, so that a value copied elsewhere does not open. Source: docs/security.md.
 */
export function createRecordCipher(keys: Pick<Keys, 'keyEncryption'>): RecordCipher {
  return {
    create(table, rowId) {
      const { version, key } = keys.keyEncryption.current
      const newKey = randomBytes(keyBytes)
      const plainKey = createSecretKey(newKey)
      const dataKey = encrypt(
        createSecretKey(key),
        newKey,
        additionalData('data-key', table, '', rowId, version),
      )
      return recordSeal({ table, rowId, plainKey, dataKey, version })
    },
    open(table, rowId, stored) {
      const version = stored.dataKeyVersion
      const aad = additionalData('data-key', table, '', rowId, version)
      const place = placeName(table, 'data_key', rowId)
      const wrapping = createSecretKey(keys.keyEncryption.of(version))
      const plainKey = createSecretKey(decrypt(wrapping, stored.dataKey, { aad, place }))
      return recordSeal({ table, rowId, plainKey, dataKey: new Uint8Array(stored.dataKey), version })
    },
  }
}

interface OpenRecord {
  readonly table: string
  readonly rowId: string
  readonly plainKey: KeyObject
  readonly dataKey: Bytes
  readonly version: number
}

function recordSeal({ table, rowId, plainKey, dataKey, version }: OpenRecord): RecordSeal {
  const aadOf = (column: string) => additionalData('value', table, column, rowId, version)
  const open = (column: string, sealed: Uint8Array) =>
    decrypt(plainKey, sealed, { aad: aadOf(column), place: placeName(table, column, rowId) })
  return {
    dataKey,
    dataKeyVersion: version,
    seal: (column, value) =>
      encrypt(plainKey, typeof value === 'string' ? Buffer.from(value, 'utf8') : value, aadOf(column)),
    openText: (column, sealed) => open(column, sealed).toString('utf8'),
    openBytes: (column, sealed) => new Uint8Array(open(column, sealed)),
  }
}

/** JSON keeps the parts apart whatever they contain. */
function additionalData(
  purpose: string,
  table: string,
  column: string,
  rowId: string,
  version: number,
): Buffer {
  return Buffer.from(JSON.stringify(['connect', purpose, table, column, rowId, version]), 'utf8')
}

function placeName(table: string, column: string, rowId: string): string {
  return `${table}.${column} of ${rowId}`
}

/** nonce ‖ ciphertext ‖ tag. Keys as objects: bytes would cost each call as much again as the encryption itself. */
function encrypt(key: KeyObject, plain: Uint8Array, aad: Buffer): Bytes {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad)
  return new Uint8Array(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
}

interface Place {
  readonly aad: Buffer
  readonly place: string
}

function decrypt(key: KeyObject, sealed: Uint8Array, { aad, place }: Place): Buffer {
  if (sealed.length < nonceBytes + tagBytes) throw new SealBrokenError(place)
  const body = sealed.subarray(nonceBytes, sealed.length - tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(aad).setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(body), decipher.final()])
  } catch {
    throw new SealBrokenError(place)
  }
}
