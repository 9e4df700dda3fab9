import bcrypt from 'bcrypt'
import type { GatePlace } from './hashing-gate.ts'
import type { Keys } from './key-ring.ts'
import { dummyHash, peppered, type PepperedHash } from './pepper.ts'

/** Source: docs/security.md. */
export const passwordCost = 12

export interface PasswordCheck {
  readonly matches: boolean
  /** The password fits, and its hash is of an older cost or pepper: hash it anew while it is known. */
  readonly needsRehash: boolean
}

export interface PasswordHasher {
  hash(place: GatePlace, password: string): Promise<PepperedHash>
  /** One comparison, whatever is given: against a dummy where nothing is stored. */
  verify(place: GatePlace, password: string, stored: PepperedHash | null): Promise<PasswordCheck>
}

/** bcrypt over the peppered password. */
export function createPasswordHasher(
  keys: Pick<Keys, 'passwordPepper'>,
  cost = passwordCost,
): PasswordHasher {
  const { version } = keys.passwordPepper.current
  const nobody: PepperedHash = { hash: dummyHash(cost), pepperVersion: version }

  return {
    async hash(place, password) {
      const text = peppered(keys, version, password)
      return { hash: await place.hash('password', () => bcrypt.hash(text, cost)), pepperVersion: version }
    },
    async verify(place, password, stored) {
      const compared = stored ?? nobody
      const text = peppered(keys, compared.pepperVersion, password)
      const equal = await place.hash('password', () => bcrypt.compare(text, compared.hash))
      const matches = equal && stored !== null
      const isOld = compared.pepperVersion !== version || bcrypt.getRounds(compared.hash) < cost
      return { matches, needsRehash: matches && isOld }
    },
  }
}
