/** How long somebody may take over a puzzle, in milliseconds; Google's own patience is no longer. */
const longestPuzzle = 120_000

/** How often the puzzle is looked for, in milliseconds: its frame is Google's and tells us nothing. */
const lookInterval = 500

/** How long after a puzzle went out of sight its token may still come, in milliseconds. */
const grace = 5000

/**
 * Calls `giveUp` once a puzzle that was shown has been out of sight for a while, as when it was closed, or when
 * nothing has come after two minutes. Returns how to stop watching.
 */
export function watchPuzzle(isShown: () => boolean, giveUp: () => void): () => void {
  let hiddenSince: number | undefined
  let wasShown = false
  const begun = Date.now()
  const timer = setInterval(() => {
    const now = Date.now()
    if (isShown()) {
      wasShown = true
      hiddenSince = undefined
    } else if (wasShown) {
      hiddenSince ??= now
    }
    const isClosed = hiddenSince !== undefined && now - hiddenSince >= grace
    if (!isClosed && now - begun < longestPuzzle) return
    clearInterval(timer)
    giveUp()
  }, lookInterval)
  return () => {
    clearInterval(timer)
  }
}

/** Whether Google shows a puzzle. It hides the frame of one that is closed or done, and never takes it away. */
export function isPuzzleShown(): boolean {
  const frames = document.querySelectorAll('iframe[src*="/recaptcha/"][src*="/bframe"]')
  return [...frames].some((frame) => getComputedStyle(frame).visibility === 'visible')
}
