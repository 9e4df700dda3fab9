import type { Refusal } from '../../lib/api.ts'

/** Why signing in failed, as far as anybody is told. */
export type SignInFailure =
  | { readonly kind: 'mismatch' | 'busy' | 'connection' | 'server' }
  | { readonly kind: 'limit'; readonly minutes: number }

/** What to tell of a refusal. An unknown user ID, a wrong password and a locked account are one and the same. */
export function failureOf({ status, retryAfterSeconds }: Refusal): SignInFailure {
  if (status === 0) return { kind: 'connection' }
  if (status === 401) return { kind: 'mismatch' }
  if (status === 429)
    return { kind: 'limit', minutes: Math.max(1, Math.ceil((retryAfterSeconds ?? 60) / 60)) }
  if (status === 503) return { kind: 'busy' }
  // What no rule of today lets through belongs to no account either.
  return status === 422 ? { kind: 'mismatch' } : { kind: 'server' }
}
