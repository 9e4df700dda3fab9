/** Where the link that skips to the content leads: the only other thing that may stand there. */
const content = 'main'

/**
 * What the QR code of a receipt put into the address, behind the `#`, whole or not: that is the service's to judge.
 * Undefined when there is nothing.
 */
export function readCode(): string | undefined {
  const code = location.hash.slice(1)
  return code === '' || code === content ? undefined : code
}

/** Takes it out of the address, where it would stand in the history and on the screen. The visit stays the same. */
export function hideCode(): void {
  if (readCode() !== undefined) history.replaceState(history.state, '', location.pathname)
}
