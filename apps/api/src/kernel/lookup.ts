import { createHmac } from 'node:crypto'
import type { Keys } from './key-ring.ts'

type LookupPurpose = 'email' | 'address' | 'account' | 'idempotency' | 'user-id' | 'network' | 'decoy'

/** Finds what is stored encrypted: the same purpose and value give the same 32 bytes, and nobody else can make them. */
export type Lookup = (purpose: LookupPurpose, value: string) => Uint8Array<ArrayBuffer>

/**
 * HMAC-SHA-256 under a key of its own, a purpose apart from every other, so that columns cannot be joined. The current
 * version of the key is used throughout: a new version asks for every stored look-up to be written anew.
 */
export function createLookup(keys: Pick<Keys, 'lookup'>): Lookup {
  const { key } = keys.lookup.current
  return (purpose, value) =>
    Uint8Array.from(createHmac('sha256', key).update(`${purpose}\0`).update(value, 'utf8').digest())
}

/** Under which an e-mail address is found, whatever the case of its letters. */
export function emailLookup(lookup: Lookup, address: string): Uint8Array<ArrayBuffer> {
  return lookup('email', address.toLowerCase())
}
