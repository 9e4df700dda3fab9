/** Who sends a request. Nobody is told apart further before signing in than by the keyed form of the address. */
export type Actor =
  | { readonly kind: 'anonymous'; readonly key: string }
  | { readonly kind: 'client'; readonly accountId: string; readonly sessionId: string }

/** How an actor is named in an idempotency key: an account's id, or the anonymous key. */
export function actorKey(actor: Actor): string {
  return actor.kind === 'client' ? actor.accountId : `anonymous:${actor.key}`
}

/** What a service may know of the request that it serves. */
export interface RequestContext {
  readonly requestId: string
  /** The peer's address, or what a trusted proxy says it is. */
  readonly address: string
}
