/** What is known about the user ID that is being typed. */
export type UserIdState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'free' }
  | { readonly kind: 'taken'; readonly suggestions: readonly string[] }
  /** The service did not say: too many questions, or no connection. One may go on; the submission decides. */
  | { readonly kind: 'unchecked' }
