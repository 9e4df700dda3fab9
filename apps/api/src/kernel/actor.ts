import type { Scope } from '@connect/contract/rooms/integrations'

/** Who sends a request. Nobody is told apart further before signing in than by the address. */
export type Actor =
  | { readonly kind: 'anonymous'; readonly address: string }
  | { readonly kind: 'client'; readonly accountId: string; readonly sessionId: string }
  | {
      readonly kind: 'integrator'
      readonly tokenId: string
      readonly integratorId: string
      /** What the token may be used for. */
      readonly scopes: readonly Scope[]
    }

/** Whom a route with access `client` serves: an owner, and the session that they use. */
export type SignedIn = Extract<Actor, { kind: 'client' }>

/** Whom a route with access `integrator` serves. */
export type IntegratorActor = Extract<Actor, { kind: 'integrator' }>

/** What a service may know of the request that it serves. */
export interface RequestContext {
  readonly requestId: string
  /** The peer's address, or what a trusted proxy says it is. */
  readonly address: string
  /** When the request came, in milliseconds of `performance.now()`. */
  readonly receivedAt: number
  /** Browser and system as codes, such as `chrome.android` (kernel/device.ts). */
  readonly device: string
}
