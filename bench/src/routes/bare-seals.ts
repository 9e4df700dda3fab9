import { createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'

interface KeysFile {
  readonly keys: readonly { readonly kind: string; readonly version: number; readonly secret: string }[]
}

const { BARE_KEYS_FILE = '' } = process.env

const keyEncryption = new Map(
  (JSON.parse(readFileSync(BARE_KEYS_FILE, 'utf8')) as KeysFile).keys
    .filter(({ kind }) => kind === 'key-encryption')
    .map(({ version, secret }) => [version, Buffer.from(secret, 'base64')]),
)

/** AES-256-GCM: nonce, ciphertext, tag. */
function open(key: Buffer, sealed: Buffer, place: readonly (string | number)[]): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(JSON.stringify(['connect', ...place]))).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}

interface SealedRecord {
  readonly id: string
  readonly dataKey: Buffer
  readonly dataKeyVersion: number
}

/** Opens columns of a record as text. */
export function openRecord(
  table: string,
  { id, dataKey, dataKeyVersion: version }: SealedRecord,
): (column: string, sealed: Buffer) => string {
  const wrapping = keyEncryption.get(version)
  if (wrapping === undefined) throw new Error('The keys file lacks the key of this record.')
  const key = open(wrapping, dataKey, ['data-key', table, '', id, version])
  return (column, sealed) => open(key, sealed, ['value', table, column, id, version]).toString()
}
