import { setTimeout as delay } from 'node:timers/promises'

/** Milliseconds between two looks. */
const lookEvery = 500

/** Waits until something is so; false when it is not within so many milliseconds. */
export async function until(isSo: () => Promise<boolean>, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience
  while (performance.now() < deadline) {
    if (await isSo()) return true
    await delay(lookEvery)
  }
  return false
}
