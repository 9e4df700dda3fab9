import { documentLimits } from '@connect/contract/rooms/documents'
import { expect, test } from 'vitest'
import { hostileFiles } from '../../../testing/files/hostile-files.ts'
import { typeOf } from '../document-type.ts'
import { inspectFile } from './inspection-process.ts'

/** In pieces, as they come from the store. */
async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += 128 * 1024) yield bytes.subarray(from, from + 128 * 1024)
}

/** What comes of a file, as the upload and the check after it judge it. */
async function outcomeOf(name: string, bytes: Buffer): Promise<string> {
  if (bytes.length === 0) return 'file.empty'
  if (bytes.length > documentLimits.bytes) return 'request.too_large'
  const mediaType = typeOf(name, bytes.subarray(0, 512))
  if (mediaType === null) return 'file.type'
  const found = await inspectFile({ mediaType, bytes: pieces(bytes) }, async (_head, content) => {
    for await (const part of content) expect(part.length).toBeGreaterThan(0)
  })
  if (found.reason !== null) return found.reason
  return found.active ? 'ready, active' : 'ready'
}

test('each of the hostile files comes to the end that is meant for it', { timeout: 300_000 }, async () => {
  const lines: string[] = []
  const wrong: string[] = []
  const made: { what: string; name: string; outcome: string; bytes: Buffer }[] = []
  for (const { make, ...file } of hostileFiles) made.push({ ...file, bytes: await make() })
  const memoryBefore = process.memoryUsage.rss()
  let mostMemory = memoryBefore
  for (const { what, name, outcome, bytes } of made) {
    const began = performance.now()
    const found = await outcomeOf(name, bytes).catch((error: unknown) => String(error))
    const line = `${what.padEnd(45)} ${String(bytes.length).padStart(9)} B  ${found}`
    lines.push(`${line.padEnd(90)} ${(performance.now() - began).toFixed(0)} ms`)
    mostMemory = Math.max(mostMemory, process.memoryUsage.rss())
    if (found !== outcome) wrong.push(`${what}: ${found} instead of ${outcome}`)
  }
  const grownMib = (mostMemory - memoryBefore) / 1024 / 1024
  process.stdout.write(`${lines.join('\n')}\nThis process grew by ${grownMib.toFixed(1)} MiB at most.\n`)
  expect(hostileFiles.length).toBeGreaterThanOrEqual(25)
  expect(wrong).toEqual([])
  // What is opened is opened elsewhere.
  expect(grownMib).toBeLessThan(50)
})
