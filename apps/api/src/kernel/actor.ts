/** Who sends a request. Nobody is told apart further before signing in than by the address. */
export type Actor =
  | { readonly kind: 'anonymous'; readonly address: string }
  | { readonly kind: 'client'; readonly accountId: string; readonly sessionId: string }

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
