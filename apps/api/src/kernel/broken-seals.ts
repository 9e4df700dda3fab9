import { SealBrokenError } from './record-cipher.ts'

/** Told of what was left out, with its place. */
type OnBroken = (error: unknown) => void

/**
 * What `open` gives; null where a seal is broken, of which somebody is told: one row that does not open keeps nobody from
 * the others of its list. Throws whatever else goes wrong.
 */
export function unlessBroken<Thing>(open: () => Thing, onBroken: OnBroken): Thing | null {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof SealBrokenError)) throw error
    onBroken(error)
    return null
  }
}
