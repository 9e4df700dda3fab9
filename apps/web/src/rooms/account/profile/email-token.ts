/** The token of an e-mailed link, from the fragment of the address; undefined when there is none. */
export function readToken(): string | undefined {
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
  return token === '' ? undefined : token
}

/** Takes the token out of the address, where it would stand in the history and on the screen. The visit stays the same. */
export function hideToken(): void {
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
}
