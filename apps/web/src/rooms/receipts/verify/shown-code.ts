/** What the QR code of a receipt put into the address, behind the `#`; undefined when there is nothing. */
export function readCode(): string | undefined {
  const code = location.hash.slice(1)
  // A skip link of ours stands there too.
  return code.includes('.') ? code : undefined
}

/** Takes it out of the address, where it would stand in the history and on the screen. The visit stays the same. */
export function hideCode(): void {
  if (readCode() !== undefined) history.replaceState(history.state, '', location.pathname)
}
