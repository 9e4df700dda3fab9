import type { WindowCount } from './rate-limit.store.ts'
import { addressClass } from './address-class.ts'
import type { Lookup } from './lookup.ts'
import { Problem } from './problem.ts'

/** A limit on one address, or one account: at most `max` events in each window. */
export interface AddressLimit {
  readonly name: string
  readonly max: number
  readonly windowSeconds: number
}

export interface RateLimitDependencies {
  readonly lookup: Lookup
  readonly count: (limit: string, subject: Uint8Array, windowSeconds: number) => Promise<WindowCount>
  readonly read: (limit: string, subject: Uint8Array, windowSeconds: number) => Promise<WindowCount>
  readonly giveBack: (limit: string, subject: Uint8Array, windowSeconds: number) => Promise<void>
  readonly countRefusal: (limit: string) => Promise<void>
}

/** The `RateLimit-Policy` of a limit (draft-ietf-httpapi-ratelimit-headers). */
export function limitPolicy({ name, max, windowSeconds }: AddressLimit): string {
  return `"${name}";q=${String(max)};w=${String(windowSeconds)}`
}

/** Limits that live in the database, shared by every instance. */
export function createRateLimits({ lookup, count, read, giveBack, countRefusal }: RateLimitDependencies) {
  const subjectOf = (address: string) => lookup('address', addressClass(address))
  async function take(limit: AddressLimit, subject: Uint8Array) {
    const window = await count(limit.name, subject, limit.windowSeconds)
    const remaining = limit.max - window.count
    if (remaining >= 0) return { remaining, resetSeconds: window.resetSeconds }
    return refuse(limit, window)
  }
  async function refuse(limit: AddressLimit, { resetSeconds }: WindowCount): Promise<never> {
    await countRefusal(limit.name)
    throw new Problem('limit.rate', {
      headers: {
        'retry-after': String(resetSeconds),
        'ratelimit-policy': limitPolicy(limit),
        ratelimit: `"${limit.name}";r=0;t=${String(resetSeconds)}`,
      },
    })
  }
  return {
    /** Counts an event of this address. Throws `limit.rate` when there were too many; answers what remains. */
    async take(limit: AddressLimit, address: string): Promise<{ remaining: number; resetSeconds: number }> {
      return take(limit, subjectOf(address))
    },
    /** The same for an account, wherever its owner is. */
    async takeForAccount(limit: AddressLimit, accountId: string): Promise<void> {
      await take(limit, lookup('account', accountId))
    },
    /** Throws `limit.rate` when the next event would; counts nothing, so that dear places are kept for others. */
    async refuseExhausted(limit: AddressLimit, address: string): Promise<void> {
      const window = await read(limit.name, subjectOf(address), limit.windowSeconds)
      if (window.count >= limit.max) await refuse(limit, window)
    },
    /** Takes an event back that turned out not to count. */
    async giveBack(limit: AddressLimit, address: string): Promise<void> {
      await giveBack(limit.name, subjectOf(address), limit.windowSeconds)
    },
  }
}

export type RateLimits = ReturnType<typeof createRateLimits>
