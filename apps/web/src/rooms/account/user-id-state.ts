/** What the service says of a user ID. */
export type UserIdAnswer =
  /** It breaks a rule, which is told elsewhere. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'free' }
  | { readonly kind: 'taken'; readonly suggestions: readonly string[] }
  /** The service did not say: too many questions, or no connection. One may go on; the submission decides. */
  | { readonly kind: 'unchecked' }

/** What is known about the user ID that is being typed. */
export type UserIdState = UserIdAnswer | { readonly kind: 'checking' }
