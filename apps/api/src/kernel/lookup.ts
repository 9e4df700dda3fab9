import { createHmac, createSecretKey } from 'node:crypto'
import type { Keys } from './key-ring.ts'

type LookupPurpose =
  | 'email'
  | 'address'
  | 'account'
  | 'idempotency'
  | 'user-id'
  | 'network'
  | 'decoy'
  | 'client-id'
  | 'case-pair'
  | 'case-triple'
  | 'association-code'
  | 'import'
  | 'change-report'

/** Finds what is stored encrypted: the same purpose and value give the same 32 bytes, and nobody else can make them. */
export type Lookup = (purpose: LookupPurpose, value: string) => Uint8Array<ArrayBuffer>

/**
 * HMAC-SHA-256 under a key of its own, a purpose apart from every other, so that columns cannot be joined. The current
 * version of the key is used throughout: a new version asks for every stored look-up to be written anew.
 */
export function createLookup(keys: Pick<Keys, 'lookup'>): Lookup {
  // Once: bytes would be made a key anew in each call, which costs more than the call.
  const key = createSecretKey(keys.lookup.current.key)
  return (purpose, value) =>
    Uint8Array.from(createHmac('sha256', key).update(`${purpose}\0`).update(value, 'utf8').digest())
}

/** Under which an e-mail address is found, whatever the case of its letters. */
export function emailLookup(lookup: Lookup, address: string): Uint8Array<ArrayBuffer> {
  return lookup('email', address.toLowerCase())
}

/** What a client ID, a birth year and what proves them are found under, each apart from the others. */
export interface ClientLookups {
  readonly client: Uint8Array<ArrayBuffer>
  readonly pair: Uint8Array<ArrayBuffer>
}

/** By the client ID alone, and by it and the birth year: digits only, so that one writing gives one look-up. */
export function clientLookups(lookup: Lookup, clientId: string, birthYear: number): ClientLookups {
  return { client: lookup('client-id', clientId), pair: lookup('case-pair', `${clientId} ${birthYear}`) }
}

/** By the whole triple. */
export function tripleLookup(
  lookup: Lookup,
  { clientId, birthYear, ssnLast4 }: { clientId: string; birthYear: number; ssnLast4: string },
): Uint8Array<ArrayBuffer> {
  return lookup('case-triple', `${clientId} ${birthYear} ${ssnLast4}`)
}

/** By a one-time code and whose it is: client ID and birth year by their look-up, since nothing else of them is stored. */
export function codeLookup(
  lookup: Lookup,
  { pair, code }: { pair: ClientLookups['pair']; code: string },
): Uint8Array<ArrayBuffer> {
  return lookup('association-code', `${Buffer.from(pair).toString('base64url')} ${code}`)
}
