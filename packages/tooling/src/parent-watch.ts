/** Milliseconds: soon enough for whoever waits for the port to be free again. */
const lookEvery = 250

/**
 * Ends this process as SIGTERM would when the one that started it is gone. A signal to npx or pnpm does not get this
 * far by itself: pnpm puts a shell script in front of Node on the PATH, which dies of it and tells nobody.
 */
export function stopWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, lookEvery).unref()
}
