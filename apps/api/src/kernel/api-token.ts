import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Tells what it is wherever it turns up, to people and to scanners of secrets. */
const prefix = 'ct_'

/** Letters and digits alone, so that a double click takes the whole of it. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Digits that 256 bits, and 32 bits, need at most. */
const secretLength = 43
const checksumLength = 6

/** The prefix, and as many digits as those. */
const pattern = /^ct_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/

/** A token: `ct_`, 256 random bits, and their CRC-32, as base62. */
export function newApiToken(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), secretLength)
  return `${prefix}${secret}${checksumOf(secret)}`
}

/**
 * Whether a text has the form of a token. The checksum proves nothing; it spares the database a look-up of what was cut
 * off or mistyped, and tells a scanner a token from a text that looks like one.
 */
export function isApiToken(text: string): boolean {
  const [, secret, checksum] = pattern.exec(text) ?? []
  return secret !== undefined && checksumOf(secret) === checksum
}

function checksumOf(secret: string): string {
  return base62(BigInt(crc32(secret)), checksumLength)
}

function base62(value: bigint, length: number): string {
  const base = BigInt(digits.length)
  let text = ''
  for (let rest = value; text.length < length; rest /= base) text = (digits[Number(rest % base)] ?? '') + text
  return text
}
