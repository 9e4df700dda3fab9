import { availableParallelism } from 'node:os'
import bcrypt from 'bcrypt'

/** As docs/security.md has it for passwords. */
const cost = 12

const measuredFor = 4000

/** What one password hash takes when every core makes one and nothing else runs, in milliseconds. */
export async function measureHashTime(): Promise<number> {
  const cores = availableParallelism()
  const started = performance.now()
  let hashes = 0
  const core = async (): Promise<void> => {
    while (performance.now() - started < measuredFor) {
      await bcrypt.hash('sixty-four characters, as many as a peppered password has in base64', cost)
      hashes += 1
    }
  }
  await Promise.all(Array.from({ length: cores }, core))
  return ((performance.now() - started) * cores) / hashes
}
